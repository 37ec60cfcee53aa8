import { refuseByAddress, refuseByRedirect } from '#core/import/address.ts';

/** The address that a person typed or pasted, without its fragment. @throws StudioError `input-invalid`. */
export function checkAddress(text: string): URL {
  const url = refuseByAddress(text, parsed(text.trim()));
  url.hash = '';
  return url;
}

/** Whether a file may come from where the redirects ended. @throws StudioError `input-invalid`. */
export function checkRedirect(asked: URL, answered: string): void {
  refuseByRedirect(asked.href, asked, parsed(answered));
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
