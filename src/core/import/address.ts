import { StudioError } from '../errors.ts';

/** Which addresses a file may be loaded from, and what it is called here. */

/** Longest name that an address or archive may give a file, in characters. */
const LONGEST_NAME = 120;

const SCHEME_WORDS: Readonly<Record<string, string>> = {
  'http:': 'it is not encrypted, so anyone on the way could read or change the file. Use its https: address',
  'file:': 'pages may not read this computer by address. Drop the file here, or choose it',
  'data:': 'the file is in the address itself. Save it, and drop it here',
  'blob:': 'it means something only to the page that made it. Save the file there, and drop it here',
  'ftp:': 'browsers no longer load from there. Use an https: address',
};

/** What of an address the rules look at: a `URL` is one. Core has no parser of its own, nor the browser's. */
export interface AddressParts {
  /** With its colon, such as `https:`. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
}

/**
 * Lets in `https:` only. This machine itself (`localhost`, its subdomains, 127.0.0.0/8, `::1`) may be `http:`: browsers
 * call these origins potentially trustworthy, as nobody is on the way (W3C Secure Contexts, section 3.1).
 * @param url null where the text is no address.
 * @throws StudioError `input-invalid`.
 */
export function refuseByAddress<T extends AddressParts>(text: string, url: T | null): T {
  if (!url) {
    throw refused(
      text,
      'it is no complete address. It starts with https:// and a host, such as https://example.com/clip.mp4',
    );
  }
  if (!isTrustworthy(url)) throw refused(text, wordsForScheme(url));
  if (url.username !== '' || url.password !== '') {
    throw refused(
      `${url.protocol}//${url.host}${url.pathname}`,
      'it carries a name or password, which browsers do not send. Use an address that works without',
    );
  }
  return url;
}

/**
 * Where a server's redirects ended. Pages see only the last one; those between are the browser's to refuse, which it does
 * for `http:` on a page from `https:`.
 * @throws StudioError `input-invalid`.
 */
export function refuseByRedirect(text: string, asked: AddressParts, answered: AddressParts | null): void {
  if (!answered || !isTrustworthy(answered)) {
    const place = answered ? `${answered.protocol}//${answered.host}` : 'no address';
    throw refused(text, `the server sent on to ${place}, which is not https:. Use an address that stays encrypted`);
  }
  if (isLoopback(answered) && !isLoopback(asked)) {
    throw refused(
      text,
      'the server sent on to this computer itself, where its files cannot be. Ask whoever gave you the address',
    );
  }
}

/** Whether pasted text is one address, and nothing else. */
export function looksLikeAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

/** The file's name at its address; the host's where the path has none. */
export function nameAtAddress(url: AddressParts): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  return safeName(decoded(last)) || url.hostname;
}

/** The last part of a name from outside, without what could be taken for a path or cannot be seen. May be empty. */
export function safeName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  // Controls and marks that turn the direction of writing could make a name look like another.
  const visible = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return visible === '.' || visible === '..' ? '' : [...visible].slice(-LONGEST_NAME).join('');
}

function isTrustworthy(url: AddressParts): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

function isLoopback({ hostname }: AddressParts): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function wordsForScheme({ protocol }: AddressParts): string {
  return SCHEME_WORDS[protocol] ?? `${protocol} addresses cannot be loaded. Use an https: address`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone per cent sign: the name as it is written.
    return part;
  }
}

function refused(address: string, why: string): StudioError {
  const shown = shortened(address.trim());
  return new StudioError('input-invalid', `“${shown}” was not loaded: ${why}.`, {
    file: shown,
    rule: 'https: address',
    value: shown,
  });
}

function shortened(address: string): string {
  return address.length > LONGEST_NAME ? `${address.slice(0, LONGEST_NAME)}…` : address;
}
