/** What the bundler adds to modules, without `vite/client`, which would pull the DOM into worker code. */

declare module '*?url' {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's own shape for `?url` imports
  export default url;
}

declare module '*?url&inline' {
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's own shape for `?url&inline` imports
  export default dataUrl;
}
