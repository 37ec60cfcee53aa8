// Runs before the first paint. What index.html shows by itself is for who comes for the first time and reads English:
// everyone else would see it flash before their own project, or in another language than the rest.
if (localStorage.length > 0 || location.hash.length > 1 || !navigator.language.startsWith('en')) {
  document.documentElement.dataset.firstScreen = 'none';
}
