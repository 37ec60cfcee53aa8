import { Upload } from 'lucide-react';

/** Stands beside the built-in choices, for the person's own file. */
export function UploadCard({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="group flex min-w-0 flex-col items-center gap-2 rounded-control pt-1 text-small text-text-muted transition-colors duration-150 ease-out hover:text-text"
    >
      <span className="flex aspect-[4/5] lg:aspect-square w-full items-center justify-center rounded-thumb border border-dashed border-line-strong transition-colors duration-150 ease-out group-hover:border-text-muted">
        <Upload aria-hidden className="size-5" />
      </span>
      <span className="w-full text-center leading-tight">{name}</span>
    </button>
  );
}
