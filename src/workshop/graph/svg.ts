import { dark, graphCss, light, paletteCss } from './colours.ts'
import { escapeMarkup } from './escape.ts'
import { type PlacedEdge, type PlacedNode, type Point, placeGraph } from './layout.ts'
import type { Graph } from './model.ts'
import { lineHeight, textWidth, wrapTitle } from './text-size.ts'

export interface SvgOptions {
  /** Makes ids unique within a page. */
  readonly prefix?: string
  /** Where a node leads; undefined: nowhere. */
  readonly href?: (key: string) => string | undefined
  /** A file of its own, with its own colours for light, dark and print; otherwise a part of a page that brings them. */
  readonly standalone?: boolean
}

const style = `<style>.graph{${paletteCss(light)}}\n@media (prefers-color-scheme:dark){.graph{${paletteCss(dark)}}}\n@media print{.graph{${paletteCss(light)}}}\n${graphCss}</style>`

/** Notes below a narrow picture need some room. */
const leastWidth = 480

/** The graph as an SVG image. All text is escaped; nothing is loaded from elsewhere. */
export function graphSvg(graph: Graph, { prefix = 'graph', href, standalone = true }: SvgOptions = {}): string {
  const { width, height, nodes, edges } = placeGraph(graph)
  const wide = Math.max(width, leastWidth)
  const told = standalone ? graph.notes.flatMap(note => wrapTitle(note, wide - 24, 9, 11)) : []
  const full = { width: told.length > 0 ? wide : width, height: height + (told.length > 0 ? told.length * 16 + 8 : 0) }
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="graph" viewBox="0 0 ${full.width} ${full.height}" width="${full.width}" height="${full.height}" role="img" aria-labelledby="${prefix}-title ${prefix}-desc">`,
    `<title id="${prefix}-title">${escapeMarkup(graph.title)}</title>`,
    `<desc id="${prefix}-desc">${escapeMarkup([graph.description, ...graph.notes].join(' '))}</desc>`,
    ...(standalone ? [style, `<rect class="label-back" width="${full.width}" height="${full.height}"/>`] : []),
    `<defs><marker id="${prefix}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...edges.map(edge => `<path class="edge ${edge.tone}" d="${curve(edge.points)}" marker-end="url(#${prefix}-arrow)"/>`),
    ...edges.map(labelOf),
    ...nodes.map(node => nodeOf(node, href?.(node.key))),
    ...told.map((line, i) => noteLine(line, height + 12 + i * 16)),
    '</svg>',
  ]
  return `${out.filter(line => line !== '').join('\n')}\n`
}

const noteLine = (note: string, y: number): string => `<text class="caption" x="12" y="${y}">${escapeMarkup(note)}</text>`

/** A smooth line through its points that leaves and enters level. */
function curve(points: readonly Point[]): string {
  const parts = [`M${at(points[0]!)}`]
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!]
    const middle = Math.round(from.x + to.x) / 2
    parts.push(`C${middle} ${from.y} ${middle} ${to.y} ${at(to)}`)
  }
  return parts.join('')
}

const at = ({ x, y }: Point): string => `${x} ${y}`

function labelOf({ at: place, label, tone }: PlacedEdge): string {
  if (place === undefined) return ''
  const width = Math.round(textWidth(label, 11) + 6)
  return `<rect class="label-back" x="${place.x - width / 2}" y="${place.y - 8}" width="${width}" height="16"/><text class="label ${tone}" x="${place.x}" y="${place.y + 4}" text-anchor="middle">${escapeMarkup(label)}</text>`
}

/**
 * The links are a convenience for the mouse and stay out of the tab order: the picture is one image to a screen reader,
 * and the page around it has the same links as text.
 */
function nodeOf({ kind, title, focus, caption, lines, x, y, width, height }: PlacedNode, href: string | undefined): string {
  const left = x - width / 2
  const top = y - height / 2
  const first = top + (caption === '' ? 4 : 18) + lineHeight - 2
  const body = [
    `<title>${escapeMarkup(title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${kind === 'hypotheses' ? 10 : 3}"/>`,
    caption === '' ? '' : `<text class="caption" x="${left + 10}" y="${top + 16}">${caption}</text>`,
    ...lines.map((line, i) => `<text class="title" x="${left + 10}" y="${first + i * lineHeight}">${escapeMarkup(line)}</text>`),
  ].join('')
  const group = `<g class="node ${kind}${focus ? ' focus' : ''}">${body}</g>`
  return href === undefined || focus ? group : `<a href="${escapeMarkup(href)}" tabindex="-1">${group}</a>`
}
