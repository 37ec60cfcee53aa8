import { t } from '../words/words.ts';
export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5 font-display text-[17px] whitespace-nowrap">
      <FrameSign />
      {t`Golden Frame`}
    </span>
  );
}

export function FrameSign() {
  return (
    <svg aria-hidden viewBox="0 0 18 24" className="h-5 shrink-0" fill="none">
      <rect x="1.25" y="1.25" width="15.5" height="21.5" rx="1" stroke="#D4AF37" strokeWidth="2.5" />
      <path d="M6.5 8v8l6-4z" fill="#F4F1EA" />
    </svg>
  );
}
