/**
 * Families of the hook, in the order in which they are tried for each character. Emoji stand before Chinese and Korean,
 * which claim some of the same characters without drawing them in colour.
 */
export const FONT_STACK =
  "Inter, 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Color Emoji', 'Noto Sans SC', 'Noto Sans KR', sans-serif";
