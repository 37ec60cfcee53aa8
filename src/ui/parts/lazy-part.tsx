import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { StudioError } from '#core/errors.ts';
import { t, translate } from '../words/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** A part of the screen whose code is loaded when it is first shown. It stands in a `PartLoader`. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new StudioError(
        'connection-lost',
        'This part of the studio is not on this device yet and could not be loaded. Check the connection, then reload the page. Your work is saved.',
        { rule: 'code is loaded', cause: String(cause) },
        { cause },
      );
    }
  });
}

interface PartLoaderProps {
  /** Names what is shown: another part is tried anew after one that could not be loaded. */
  readonly part: string;
  /** Stands in the part's place while its code is loaded. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Where lazy parts stand: one that cannot be loaded says so in its own place. */
export function PartLoader({ part, fallback = null, children }: PartLoaderProps) {
  return (
    <LoadBoundary part={part}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </LoadBoundary>
  );
}

interface LoadBoundaryProps {
  readonly part: string;
  readonly children: ReactNode;
}

interface LoadBoundaryState {
  readonly part: string;
  readonly error: unknown;
}

/** React has this for classes only. */
class LoadBoundary extends Component<LoadBoundaryProps, LoadBoundaryState> {
  static getDerivedStateFromError(error: unknown): Pick<LoadBoundaryState, 'error'> {
    return { error };
  }

  static getDerivedStateFromProps({ part }: LoadBoundaryProps, state: LoadBoundaryState): LoadBoundaryState | null {
    return part === state.part ? null : { part, error: null };
  }

  override state: LoadBoundaryState = { part: this.props.part, error: null };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof StudioError && error.code === 'connection-lost')) throw error;
    return (
      <main role="alert" className="mx-auto flex h-full max-w-100 flex-col justify-center gap-4 p-6">
        <Notice severity="error">{translate(error.message)}</Notice>
        <Button tone="primary" onClick={() => location.reload()}>
          {t`Reload`}
        </Button>
      </main>
    );
  }
}
