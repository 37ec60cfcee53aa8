import { useCallback, useEffect, useRef } from 'react';

/** How long after a press its button may vanish, in milliseconds. */
const WITHIN_MS = 5000;

/**
 * A button that is pressed may vanish with what it did: the focus goes to the card it was on, and with the card gone to
 * the page's heading. @param changing what the cards are made of.
 * @returns to be called with the id of the card on which a button is pressed.
 */
export function useRefocus(changing: unknown): (cardId: string) => void {
  const pressed = useRef<{ readonly cardId: string; readonly at: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is lost when the cards change, and only then.
  useEffect(() => {
    const last = pressed.current;
    if (!last || document.activeElement !== document.body) return;
    pressed.current = null;
    if (performance.now() - last.at > WITHIN_MS) return;
    (document.getElementById(last.cardId) ?? document.querySelector('h1'))?.focus();
  }, [changing]);
  return useCallback((cardId) => {
    pressed.current = { cardId, at: performance.now() };
  }, []);
}
