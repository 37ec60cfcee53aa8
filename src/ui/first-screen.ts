/** Takes away what index.html shows by itself while the code of the page is loaded, once there is something in its place. */
export function removeFirstScreen(): void {
  document.getElementById('first-screen')?.remove();
}
