import { ChevronDown } from 'lucide-react';
import { Accordion } from 'radix-ui';
import type { ReactNode } from 'react';

/** One fold of the look panel. `summary` says what is chosen while it is closed. */
export function Section({
  id,
  title,
  summary,
  children,
}: {
  id: string;
  title: string;
  summary: string;
  children: ReactNode;
}) {
  return (
    <Accordion.Item value={id} className="border-b border-line last:border-b-0">
      <Accordion.Header>
        <Accordion.Trigger className="group flex h-11 w-full items-center gap-3 px-4 text-start transition-colors duration-150 ease-out -outline-offset-2 hover:bg-surface-2 max-lg:px-0">
          <span className="font-medium">{title}</span>
          <span className="min-w-0 flex-1 truncate text-end text-small text-text-muted group-data-[state=open]:invisible">
            {summary}
          </span>
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 text-text-muted transition-transform duration-150 ease-out group-data-[state=open]:rotate-180"
          />
        </Accordion.Trigger>
      </Accordion.Header>
      <Accordion.Content className="px-4 pt-1 pb-4 data-[state=open]:animate-unfold max-lg:px-0">
        {children}
      </Accordion.Content>
    </Accordion.Item>
  );
}
