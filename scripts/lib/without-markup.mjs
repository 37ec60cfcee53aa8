/**
 * Vite plugin: two packages write markup or style sheets into the page as text, which its content security policy forbids.
 *
 * wavesurfer.js makes its elements by `innerHTML`, with a style sheet among them, and empties them so. The helper of Radix'
 * dialogs and menus that holds the page still under them writes a `<style>` with the width of the scroll bar. Here the same
 * elements are made one by one, and the same sheets are handed to the browser as such (`adoptedStyleSheets`).
 */

const WAVESURFER = /wavesurfer\.js[\\/]dist[\\/]wavesurfer\.esm\.js(?:\?|$)/;
const STYLE_SINGLETON = /react-style-singleton[\\/]dist[\\/]es2015[\\/]singleton\.js(?:\?|$)/;

/** In `initHtml()`: the sheet, then the elements, into a shadow root. */
const WAVE_MARKUP = /(\w+)\.innerHTML=`\\n\s*<style\$\{\w+\?` nonce="\$\{\w+\}"`:""\}>(.*?)<\/style>(.*?)`/s;
const WAVE_ELEMENTS =
  '<div class="scroll" part="scroll"><div class="wrapper" part="wrapper"><div class="canvases" part="canvases"></div>' +
  '<div class="progress" part="progress"></div><div class="cursor" part="cursor"></div></div></div>';
const MAKE_WAVE = `
function makeWave(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const part = (name, ...inner) => {
    const element = Object.assign(document.createElement('div'), { className: name, part: name });
    element.append(...inner);
    return element;
  };
  root.append(part('scroll', part('wrapper', part('canvases'), part('progress'), part('cursor'))));
}
`;

/** One sheet for all who ask for it at a time, as the package's own; only its way into the page is another. */
const SHARED_SHEET = `
export function stylesheetSingleton() {
  let users = 0;
  const sheet = new CSSStyleSheet();
  return {
    add(css) {
      users++;
      if (users > 1) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      users--;
      if (users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
`;

/** @returns {import('vite').Plugin} */
export function withoutMarkup() {
  return {
    name: 'without-markup',
    enforce: 'pre',
    transform(code, id) {
      if (WAVESURFER.test(id)) return { code: waveWithoutMarkup(code), map: null };
      return STYLE_SINGLETON.test(id) ? { code: sharedSheet(code), map: null } : null;
    },
  };
}

/** @param {string} code @throws Error where another version of wavesurfer.js has other markup. */
function waveWithoutMarkup(code) {
  const elements = WAVE_MARKUP.exec(code)?.[3]?.replaceAll(/\\n\s*/g, '');
  if (elements !== WAVE_ELEMENTS) throw new Error('wavesurfer.js makes other elements than it did.');
  const result = code.replace(WAVE_MARKUP, 'makeWave($1,`$2`)').replaceAll('.innerHTML=""', '.replaceChildren()');
  if (result.includes('innerHTML')) throw new Error('wavesurfer.js writes markup where it did not before.');
  return result + MAKE_WAVE;
}

/** @param {string} code @throws Error where another version of react-style-singleton has other parts. */
function sharedSheet(code) {
  const exported = code.match(/^export .*/gm)?.join();
  if (exported !== 'export var stylesheetSingleton = function () {') {
    throw new Error(`react-style-singleton has other parts than it had: ${exported}`);
  }
  return SHARED_SHEET;
}
