import { escapeMarkup as text } from '../graph/escape.ts'
import { graphSvg } from '../graph/svg.ts'
import type { Block, Inline, Section, Text } from './model.ts'
import { relative } from './relative.ts'

const markTitles = {
  documented: 'The maker, Red Hat or the source code says so',
  reported: 'Seen by others',
  unverified: 'Nobody we can name has checked it',
}

/** Writes the blocks of one page; it knows where the page lies and numbers its pictures. */
export class Writer {
  private readonly path: string
  private pictures = 0

  constructor(path: string) {
    this.path = path
  }

  section({ anchor, title, blocks }: Section): string {
    return `<section aria-labelledby="${text(anchor)}"><h2 id="${text(anchor)}">${text(title)}</h2>\n${this.blocks(blocks)}\n</section>`
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map(block => this.block(block)).join('\n')
  }

  inline(parts: Text): string {
    return parts.map(part => this.part(part)).join('')
  }

  private part(part: Inline): string {
    if (typeof part === 'string') return text(part)
    switch (part.kind) {
      case 'link':
        return `<a href="${this.href(part.to)}"${part.about === undefined ? '' : ` title="${text(part.about)}" aria-label="${text(`${part.text}: ${part.about}`)}"`}>${text(part.text)}</a>`
      case 'url':
        return /^https?:\/\//i.test(part.url)
          ? `<a class="out" rel="noreferrer noopener" href="${text(part.url)}">${text(part.text)}</a>`
          : text(part.text === part.url ? part.text : `${part.text} (${part.url})`)
      case 'code':
        return `<code>${text(part.text)}</code>`
      case 'strong':
        return `<strong>${text(part.text)}</strong>`
      case 'soft':
        return `<span class="soft">${text(part.text)}</span>`
      case 'mark':
        return `<span class="mark ${part.confidence}" title="${markTitles[part.confidence]}">${part.confidence}</span>`
    }
  }

  private href(to: string): string {
    return text(relative(this.path, to, '.html'))
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.inline(block.text)}</p>`
      case 'careful':
        return `<p class="careful"><b>Careful:</b> ${this.inline(block.text)}</p>`
      case 'list':
        return this.list(block.ordered ? 'ol' : 'ul', block.items)
      case 'fields':
        return `<dl class="fields">${block.entries.map(([name, value]) => `<dt>${text(name)}</dt><dd>${this.inline(value)}</dd>`).join('\n')}</dl>`
      case 'table':
        return this.table(block)
      case 'code':
        return `<figure class="code">${block.label === undefined ? '' : `<figcaption>${text(block.label)}</figcaption>`}<pre tabindex="0">${text(block.text.trimEnd())}</pre></figure>`
      case 'graph':
        return `<div class="picture" tabindex="0" role="group" aria-label="Picture">${graphSvg(block.graph, { prefix: `g${++this.pictures}`, standalone: false, href: key => (key.includes(':') ? undefined : relative(this.path, key, '.html')) })}</div>`
      case 'part':
        return `<div class="part" id="${text(block.anchor)}"><h3>${this.inline(block.title)}</h3>\n${this.blocks(block.blocks)}</div>`
      case 'question':
        return this.question(block)
      case 'doors':
        return `<ul class="doors">${block.doors.map(({ to, title, text: more }) => `<li><a href="${this.href(to)}"><strong>${text(title)}</strong><span>${text(more)}</span></a></li>`).join('\n')}</ul>`
    }
  }

  private list(tag: 'ol' | 'ul', items: readonly Text[]): string {
    return `<${tag} class="text">${items.map(item => `<li>${this.inline(item)}</li>`).join('\n')}</${tag}>`
  }

  /** Roles are written out because the narrow layout turns rows into blocks, and browsers then forget the table. */
  private table({ about, head, rows }: Extract<Block, { kind: 'table' }>): string {
    const top = head.map(name => `<th scope="col" role="columnheader">${text(name)}</th>`).join('')
    const body = rows.map(
      ({ anchor, cells }) =>
        `<tr role="row"${anchor === undefined ? '' : ` id="${text(anchor)}"`}>${cells.map((cell, i) => `<td role="cell" data-label="${text(head[i] ?? '')}">${this.inline(cell)}</td>`).join('')}</tr>`,
    )
    return `<table role="table" aria-label="${text(about)}"><thead role="rowgroup"><tr role="row">${top}</tr></thead><tbody role="rowgroup">\n${body.join('\n')}\n</tbody></table>`
  }

  private question({ anchor, number, ask, answers, blocks }: Extract<Block, { kind: 'question' }>): string {
    const boxes = answers.map(answer => `<li>${text(answer)}</li>`).join('')
    return `<div class="question" id="${text(anchor)}"><p class="ask">${number}. ${this.inline(ask)}</p><ul class="boxes">${boxes}</ul>\n${this.blocks(blocks)}</div>`
  }
}
