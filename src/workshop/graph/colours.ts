import { type Drawn, drawn } from './model.ts'

/** Fill and line of each kind of box; text on them has a contrast of at least 7 to 1. */
type Palette = Readonly<Record<Drawn | 'group', readonly [fill: string, line: string]>> & {
  readonly ink: string
  readonly soft: string
  readonly back: string
  readonly edge: string
  readonly for: string
  readonly against: string
}

export const light: Palette = {
  ink: '#1b1f24',
  soft: '#4a525c',
  back: '#ffffff',
  edge: '#7a838e',
  for: '#0a6b3d',
  against: '#a3321f',
  events: ['#eef1f4', '#8a949f'],
  symptoms: ['#fff1d6', '#b97a10'],
  facts: ['#fdfbf3', '#a39a6b'],
  vendors: ['#f0eafa', '#7f63b5'],
  components: ['#e6f4f4', '#3f8c8f'],
  hypotheses: ['#e3eefc', '#2f6fbd'],
  resolutions: ['#e5f5e9', '#3f8f57'],
  group: ['#f6f7f8', '#9aa3ad'],
}

export const dark: Palette = {
  ink: '#e8ebee',
  soft: '#b4bcc5',
  back: '#15181c',
  edge: '#7f8994',
  for: '#6fd39b',
  against: '#ff9c8a',
  events: ['#23282e', '#77818c'],
  symptoms: ['#3a2c10', '#d79a34'],
  facts: ['#2a281c', '#a39a6b'],
  vendors: ['#2b2440', '#a78ddb'],
  components: ['#14302f', '#5fb3b5'],
  hypotheses: ['#132a47', '#6ea7ea'],
  resolutions: ['#17311f', '#6dbd86'],
  group: ['#1d2126', '#7f8994'],
}

/** The palette as CSS custom properties. */
export function paletteCss(palette: Palette): string {
  const kinds = [...drawn, 'group'] as const
  const plain = (['ink', 'soft', 'back', 'edge', 'for', 'against'] as const).map(name => `--g-${name}:${palette[name]}`)
  return [...plain, ...kinds.map(kind => `--g-${kind}:${palette[kind][0]};--g-${kind}-line:${palette[kind][1]}`)].join(';')
}

/** Rules for the classes that the SVG uses; colours come from the custom properties. */
export const graphCss = [
  '.graph{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:13px}',
  '.graph text{fill:var(--g-ink)}',
  '.graph .caption{fill:var(--g-soft);font-size:10.5px;letter-spacing:.04em}',
  '.graph .node rect{stroke-width:1.2}',
  '.graph .focus rect{stroke-width:3}',
  '.graph .focus text.title{font-weight:650}',
  '.graph .edge{fill:none;stroke:var(--g-edge);stroke-width:1.3}',
  '.graph .for{stroke:var(--g-for)}',
  '.graph .against{stroke:var(--g-against);stroke-dasharray:5 3}',
  '.graph .decides{stroke:var(--g-ink);stroke-width:2}',
  '.graph .label{font-size:11px}',
  '.graph .label-back{fill:var(--g-back);stroke:none}',
  '.graph text.for{fill:var(--g-for);stroke:none}',
  '.graph text.against{fill:var(--g-against);stroke:none}',
  '.graph text.decides{stroke:none;font-weight:650}',
  '.graph marker path{fill:var(--g-edge)}',
  '.graph a{text-decoration:none}',
  '.graph a:hover .title{text-decoration:underline}',
  ...[...drawn, 'group'].map(kind => `.graph .${kind} rect{fill:var(--g-${kind});stroke:var(--g-${kind}-line)}`),
  '.graph .group rect{stroke-dasharray:4 3}',
].join('\n')
