import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useIsDesktop } from '../parts/media-query.ts';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { TOUR_STEPS, type TourStep } from './tour-steps.ts';

/** Points at the parts of the page, one after the other. Nothing is locked meanwhile: what it tells of can be tried. */
export function Tour() {
  const { view } = useEditor();
  const isDesktop = useIsDesktop();
  const [at, setAt] = useState(0);
  const step = TOUR_STEPS[at];
  const isLast = at + 1 === TOUR_STEPS.length;
  const next = useRef<HTMLButtonElement>(null);
  const end = () => view.setState({ isTouring: false });
  return (
    <Popover.Root open onOpenChange={(open) => !open && end()}>
      {step && <Pointer key={step.place} step={step} />}
      <Popover.Portal>
        <Popover.Content
          // A phone has room above its bars alone.
          side={isDesktop ? step?.side : 'top'}
          sideOffset={10}
          collisionPadding={12}
          aria-label={t`Tour`}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            next.current?.focus();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.querySelector('h1')?.focus();
          }}
          className="z-40 flex w-80 max-w-[calc(100vw-24px)] animate-fade flex-col gap-3 rounded-card border border-line-strong bg-surface-3 p-4"
        >
          <div className="flex flex-col gap-1">
            <p className="text-small text-text-muted tabular-nums">{t`${at + 1} of ${TOUR_STEPS.length}`}</p>
            <h2 className="font-medium">{step?.title}</h2>
            <p className="text-text-muted">{step?.text}</p>
          </div>
          <div className="flex justify-between gap-2">
            <Button tone="bare" onClick={end}>
              {t`Skip the tour`}
            </Button>
            <Button ref={next} onClick={() => (isLast ? end() : setAt(at + 1))}>
              {isLast ? t`Done` : t`Next`}
            </Button>
          </div>
          <Popover.Arrow className="fill-line-strong" />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Marks what a step tells of, and says it. */
function Pointer({ step: { place, title, text } }: { step: TourStep }) {
  // What is still being loaded is told of where it will be.
  const anchor = useRef(document.querySelector(`[data-tour="${place}"]`) ?? document.body);
  useEffect(() => {
    const element = anchor.current;
    announce(`${title}. ${text}`);
    element.setAttribute('data-toured', '');
    return () => element.removeAttribute('data-toured');
  }, [title, text]);
  return <Popover.Anchor virtualRef={anchor} />;
}
