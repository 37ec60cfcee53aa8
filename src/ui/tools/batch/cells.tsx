import { classNames } from '../../parts/class-names.ts';
import { t } from '../../words/words.ts';

export interface CellProps {
  readonly id: string;
  /** Of the column. */
  readonly label: string;
  /** For screen readers, behind the column: `row 3`. */
  readonly rowName: string;
  readonly value: string;
  readonly isWrong: boolean;
  /** Id of what says what is wrong. */
  readonly describedBy: string | undefined;
  readonly onChange: (value: string) => void;
}

export const CELL_LOOK =
  'h-9 w-full min-w-0 rounded-control border bg-surface-2 px-2 placeholder:text-text-muted max-lg:h-11';

export function borderOf(isWrong: boolean): string {
  return isWrong ? 'border-danger' : 'border-line-strong';
}

/** The column's name: above the cell on a phone, over the whole column on a desktop. */
export function CellLabel({ id, label, rowName }: Pick<CellProps, 'id' | 'label' | 'rowName'>) {
  return (
    <label htmlFor={id} className="block pb-1 text-small text-text-muted lg:sr-only">
      {label}
      <span className="sr-only">, {rowName}</span>
    </label>
  );
}

export function TextCell({
  placeholder,
  inputMode = 'text',
  ...cell
}: CellProps & { readonly placeholder: string; readonly inputMode?: 'text' | 'decimal' }) {
  const { id, value, isWrong, describedBy, onChange } = cell;
  return (
    <div className="min-w-0">
      <CellLabel {...cell} />
      <input
        id={id}
        type="text"
        dir="auto"
        inputMode={inputMode}
        value={value}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classNames(CELL_LOOK, borderOf(isWrong))}
      />
    </div>
  );
}

/** A hook may have several lines: the cell grows with them. */
export function HookCell(cell: CellProps) {
  const { id, value, isWrong, describedBy, onChange } = cell;
  return (
    <div className="min-w-0">
      <CellLabel {...cell} />
      <textarea
        id={id}
        rows={1}
        dir="auto"
        value={value}
        placeholder={t`One line that makes people stay`}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classNames(
          'field-sizing-content block max-h-32 min-h-9 resize-none py-[7px] max-lg:min-h-11 max-lg:py-[11px]',
          'w-full min-w-0 rounded-control border bg-surface-2 px-2 placeholder:text-text-muted',
          borderOf(isWrong),
        )}
      />
    </div>
  );
}

interface ChoiceCellProps extends CellProps {
  /** What an empty cell means. */
  readonly open: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** One of some; what a table says beside them stays in sight until it is changed. */
export function ChoiceCell({ open, choices, ...cell }: ChoiceCellProps) {
  const { id, value, isWrong, describedBy, onChange } = cell;
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <div className="min-w-0">
      <CellLabel {...cell} />
      <select
        id={id}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classNames(CELL_LOOK, borderOf(isWrong), value === '' && 'text-text-muted')}
      >
        <option value="">{open}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
