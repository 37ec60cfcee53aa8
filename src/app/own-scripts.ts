declare global {
  interface Window {
    /** Trusted Types, where the browser has them; TypeScript's library does not. */
    readonly trustedTypes?: {
      createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
    };
  }
}

/**
 * From here on the page starts workers from the product's own folder only, also where other pages lie beside it on its host,
 * and no text becomes markup or code: the policy has no rule for those. Asked by the browser at each such door, whoever
 * opens it; `require-trusted-types-for` of the page's policy makes it ask.
 */
export function admitOwnScriptsOnly(): void {
  const folder = new URL('.', document.baseURI).href;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { href } = new URL(address, document.baseURI);
      return href.startsWith(folder) ? href : null;
    },
  });
}
