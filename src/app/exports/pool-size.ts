/** How many workers draw one video. */
export function choosePoolSize(): number {
  const wanted = Number(localStorage.getItem('pool'));
  return wanted > 0 ? wanted : 1;
}
