/**
 * What runs in the reader's browser: colours, menu, search. Plain JavaScript of today, no module, so that it also works
 * from file://. The search index is a script of its own (`avertSearch`), loaded when the search box is first used.
 * Results are built from text nodes only.
 */
export const handbookScript = `'use strict'
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  const base = document.currentScript.src.replace(/assets\\/[^/]*$/, '')
  const store = {
    get() { try { return localStorage.getItem('avert-theme') } catch { return null } },
    set(value) { try { localStorage.setItem('avert-theme', value) } catch {} },
  }
  const chosen = store.get()
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen

  addEventListener('DOMContentLoaded', () => {
    const theme = document.getElementById('theme')
    const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const name = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; theme.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours') }
    theme.hidden = false
    name()
    theme.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark'
      store.set(root.dataset.theme)
      name()
    })

    const menu = document.getElementById('menu')
    const nav = document.getElementById('nav')
    const here = nav.querySelector('[aria-current]')
    if (here && nav.scrollHeight > nav.clientHeight) nav.scrollTop = here.offsetTop - nav.clientHeight / 3
    menu.hidden = false
    menu.addEventListener('click', () => menu.setAttribute('aria-expanded', String(nav.classList.toggle('open'))))

    const box = document.getElementById('search')
    const input = box.querySelector('input')
    const found = document.getElementById('found')
    box.hidden = false
    let index
    const load = () => {
      if (index !== undefined) return
      index = null
      const script = document.createElement('script')
      script.src = base + 'assets/search-index.js'
      script.onload = () => { index = globalThis.avertSearch; show() }
      document.head.append(script)
    }
    const wordsOf = text => text.toLowerCase().match(/[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*/gu) ?? []
    const score = (page, words) => {
      let sum = 0
      let hits = 0
      for (const word of words) {
        const title = page.t.toLowerCase()
        const own = page.i === word ? 30 : title.split(/[^\\p{L}\\p{N}]+/u).some(part => part.startsWith(word)) ? 12 : title.includes(word) || page.i.includes(word) ? 7
          : page.w.includes(' ' + word + ' ') ? 4 : page.w.includes(' ' + word) ? 2 : 0
        if (own > 0) hits++
        sum += own
      }
      return { sum: sum + page.b * hits / words.length, share: hits / words.length }
    }
    const show = () => {
      const words = [...new Set(wordsOf(input.value))].slice(0, 60)
      if (words.length === 0 || !index) { found.hidden = true; return }
      // All words, or most words of a pasted log line (which holds names and numbers that stand nowhere).
      const least = words.length > 5 ? 0.4 : 1
      const pages = index.map(page => ({ page, ...score(page, words) }))
        .filter(({ sum, share }) => sum > 0 && share >= least)
        .sort((a, b) => (b.share - a.share) * (words.length > 5 ? 1 : 0) || b.sum - a.sum)
      const list = document.createElement('ol')
      for (const { page } of pages.slice(0, 30)) {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = base + page.p + '.html'
        link.textContent = page.t
        const kind = document.createElement('small')
        kind.textContent = page.k
        link.append(kind)
        item.append(link)
        list.append(item)
      }
      const count = document.createElement('p')
      count.setAttribute('role', 'status')
      count.textContent = pages.length === 0 ? 'Nothing found. Try fewer words.' : pages.length === 1 ? '1 page' : pages.length > 30 ? pages.length + ' pages, the first 30' : pages.length + ' pages'
      found.replaceChildren(count, list)
      found.hidden = false
    }
    input.addEventListener('focus', load)
    input.addEventListener('input', () => { load(); show() })
    box.addEventListener('keydown', event => {
      const links = [...found.querySelectorAll('a')]
      const at = links.indexOf(document.activeElement)
      if (event.key === 'Escape') { found.hidden = true; input.focus() }
      else if (event.key === 'ArrowDown' && links.length > 0) { links[Math.min(at + 1, links.length - 1)].focus(); event.preventDefault() }
      else if (event.key === 'ArrowUp' && at >= 0) { (at === 0 ? input : links[at - 1]).focus(); event.preventDefault() }
      else if (event.key === 'Enter' && document.activeElement === input && links.length > 0 && !found.hidden) location.href = links[0].href
    })
    document.addEventListener('click', event => { if (!box.contains(event.target)) found.hidden = true })
    document.addEventListener('keydown', event => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return
      event.preventDefault()
      input.focus()
    })
  })
})()
`
