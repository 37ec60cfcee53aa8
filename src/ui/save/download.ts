/** The browser reads a download's bytes after the click has returned; this is long enough to begin, in milliseconds. */
const KEEP_MS = 60_000;

/** Saves a file under its name, through the browser's own download. */
export function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
