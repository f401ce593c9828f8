// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Selects the passage to be coded in the text itself: with the mouse, or with the
// keyboard alone. The text takes the focus and gets a caret; arrow keys move it (by
// word or paragraph with Ctrl), with Shift they select, Enter goes on to the themes.
// What is selected is sent as code points; the browser counts UTF-16 units, so every
// piece of text says at which code point it begins. Without this file a passage is
// chosen by the numbers of its paragraphs, and with it too.
//
//   <div id="text">… <span data-at="120">text</span> …</div>
//   <form data-module="app-coding" data-text="text"> with hidden fields begin and end
//   and a <p class="app-coding__selected" role="status">

const keys: Record<string, [string, string, string]> = {
  ArrowLeft: ['left', 'character', 'word'],
  ArrowRight: ['right', 'character', 'word'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'lineboundary'],
  End: ['forward', 'lineboundary', 'lineboundary']
}

const codePoints = (text: string) => Array.from(text).length

/// Code points of `text` before UTF-16 unit `unit`; a pair that it would cut apart counts with `rounding`.
function codePointsBefore(text: string, unit: number, rounding: 0 | 1): number {
  const before = text.slice(0, unit)
  const isCut = /[\uD800-\uDBFF]$/.test(before) && /^[\uDC00-\uDFFF]/.test(text.slice(unit))
  return codePoints(before) - (isCut ? 1 - rounding : 0)
}

class Coding {
  private readonly text: HTMLElement
  private readonly runs: Text[]
  private readonly status: HTMLElement
  private readonly caret = document.createElement('span')
  private readonly submit: HTMLButtonElement
  private telling = 0

  constructor(private readonly form: HTMLFormElement) {
    this.text = document.getElementById(form.dataset.text!)!
    this.status = form.querySelector<HTMLElement>('.app-coding__selected')!
    this.submit = form.querySelector<HTMLButtonElement>('button[type="submit"]')!
    this.runs = [...this.text.querySelectorAll('[data-at]')].map((run) => run.firstChild as Text)
    this.makeTextSelectable()
    this.addFilter()
    document.addEventListener('selectionchange', () => this.selected())
    this.text.addEventListener('keydown', (event) => this.pressed(event))
    this.text.addEventListener('focus', () => this.enter())
    this.text.addEventListener('blur', () => (this.caret.hidden = true))
    for (const name of ['passage', 'last']) this.field(name).addEventListener('input', () => this.forget())
    this.label()
  }

  private makeTextSelectable() {
    const hint = document.createElement('p')
    hint.className = 'govuk-hint'
    hint.id = 'text-hint'
    hint.textContent =
      'Select a passage with the mouse, or with the keyboard: Tab to the text, arrow keys to move, Shift and arrow ' +
      'keys to select, Enter to go on to the themes.'
    this.text.before(hint)
    this.text.tabIndex = 0
    this.text.setAttribute('role', 'group')
    this.text.setAttribute('aria-label', 'Text of the document')
    this.text.setAttribute('aria-describedby', hint.id)
    this.caret.className = 'app-caret'
    this.caret.hidden = true
    this.caret.setAttribute('aria-hidden', 'true')
    this.text.append(this.caret)
  }

  /// A box that leaves only the themes whose name holds what is typed; chosen ones stay in sight.
  private addFilter() {
    const themes = this.form.querySelector<HTMLElement>('.app-themes')!
    const items = [...themes.querySelectorAll<HTMLElement>('.govuk-checkboxes__item')]
    if (items.length < 8) return
    const label = document.createElement('label')
    const box = document.createElement('input')
    label.className = 'govuk-label app-small'
    label.htmlFor = box.id = 'find-theme'
    label.textContent = 'Find a theme'
    box.className = 'govuk-input app-themes__find'
    box.type = 'search'
    box.addEventListener('input', () => {
      const wanted = box.value.trim().toLowerCase()
      for (const item of items)
        item.hidden = !item.textContent!.toLowerCase().includes(wanted) && !item.querySelector('input')!.checked
    })
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
    themes.before(label, box)
  }

  private field(name: string) {
    return this.form.querySelector<HTMLInputElement>(`[name="${name}"]`)!
  }

  // The keyboard.

  private enter() {
    const selection = getSelection()!
    if (!selection.focusNode || !this.text.contains(selection.focusNode) || !this.runs.includes(selection.focusNode as Text))
      if (this.runs.length > 0) selection.collapse(this.firstInSight(), 0)
    this.drawCaret()
  }

  private firstInSight() {
    return this.runs.find((run) => run.parentElement!.getBoundingClientRect().bottom > 0) ?? this.runs[0]
  }

  private pressed(event: KeyboardEvent) {
    if (event.target !== this.text || event.altKey || event.metaKey) return
    if (event.key === 'Enter') return this.goOn(event)
    const key = keys[event.key]
    if (!key) return
    event.preventDefault()
    const [direction, step, longStep] = key
    const selection = getSelection()!
    const before = [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset] as const
    selection.modify(event.shiftKey ? 'extend' : 'move', direction, event.ctrlKey ? longStep : step)
    if (!selection.focusNode || !this.text.contains(selection.focusNode) || this.isOutside(selection))
      if (before[0] && before[2]) selection.setBaseAndExtent(before[0], before[1], before[2], before[3])
    this.drawCaret()
  }

  /// Whether the caret has left the runs for good, such as to behind the last one.
  private isOutside(selection: Selection) {
    const point = document.createRange()
    point.setStart(selection.focusNode!, selection.focusOffset)
    const first = this.runs[0], last = this.runs[this.runs.length - 1]
    return point.comparePoint(first, 0) > 0 || point.comparePoint(last, last.length) < 0
  }

  private goOn(event: KeyboardEvent) {
    if (this.field('begin').value === '') return
    event.preventDefault()
    const first = this.form.querySelector<HTMLElement>('#find-theme, .govuk-checkboxes__input')
    first?.focus()
  }

  private drawCaret() {
    const selection = getSelection()!
    if (document.activeElement !== this.text || !selection.focusNode) return
    const place = document.createRange()
    place.setStart(selection.focusNode, selection.focusOffset)
    const rects = place.getClientRects()
    const rect = rects.length > 0 ? rects[rects.length - 1] : selection.focusNode.parentElement!.getBoundingClientRect()
    const origin = this.text.getBoundingClientRect()
    this.caret.hidden = false
    this.caret.style.left = `${rect.left - origin.left - this.text.clientLeft}px`
    this.caret.style.top = `${rect.top - origin.top - this.text.clientTop}px`
    this.caret.style.height = `${Math.max(rect.height, 16)}px`
    if (rect.top < 0 || rect.bottom > innerHeight) this.caret.scrollIntoView({ block: 'nearest' })
  }

  // The selection.

  private selected() {
    const selection = getSelection()!
    // Elsewhere on the page: what was selected in the text still is.
    if (selection.rangeCount === 0 || !this.text.contains(selection.anchorNode)) return
    const range = selection.getRangeAt(0)
    const begin = this.offsetOf(range.startContainer, range.startOffset, 'begin')
    const end = this.offsetOf(range.endContainer, range.endOffset, 'end')
    if (selection.isCollapsed || begin === null || end === null || begin >= end) return this.forget()
    this.field('begin').value = String(begin)
    this.field('end').value = String(end)
    this.show(range)
    this.tell(`Selected, ${end - begin} characters: “${this.between(begin, end)}”`)
    this.label()
  }

  private forget() {
    if (this.field('begin').value === '') return
    this.field('begin').value = this.field('end').value = ''
    this.show(null)
    this.tell('')
    this.label()
  }

  /// Between two runs, a beginning moves on to the next and an end back to the one before.
  private offsetOf(node: Node, offset: number, edge: 'begin' | 'end'): number | null {
    const point = document.createRange()
    point.setStart(node, offset)
    const at = (run: Text) => Number(run.parentElement!.dataset.at)
    if (edge === 'begin') {
      const run = this.runs.find((each) => point.comparePoint(each, each.length) > 0)
      if (!run) return null
      return run === node ? at(run) + codePointsBefore(run.data, offset, 0) : at(run)
    }
    for (let i = this.runs.length - 1; i >= 0; --i) {
      const run = this.runs[i]
      if (point.comparePoint(run, 0) >= 0) continue
      return at(run) + (run === node ? codePointsBefore(run.data, offset, 1) : codePoints(run.data))
    }
    return null
  }

  /// The text between two code points, an empty line standing for what lies between paragraphs.
  private between(begin: number, end: number): string {
    let words = ''
    let last = begin
    for (const run of this.runs) {
      const at = Number(run.parentElement!.dataset.at)
      const characters = Array.from(run.data)
      if (at >= end || at + characters.length <= begin) continue
      if (at > last) words += ' … '
      words += characters.slice(Math.max(0, begin - at), end - at).join('')
      last = at + characters.length
    }
    return words
  }

  /// Keeps the passage in sight while the focus is elsewhere, where the browser can.
  private show(range: Range | null) {
    if (typeof Highlight === 'undefined') return
    if (range) CSS.highlights.set('app-selected', new Highlight(range.cloneRange()))
    else CSS.highlights.delete('app-selected')
  }

  /// Once the keys rest, so that a screen reader is not told of every step.
  private tell(sentence: string) {
    window.clearTimeout(this.telling)
    this.telling = window.setTimeout(() => (this.status.textContent = sentence), 300)
  }

  private label() {
    const isSelected = this.field('begin').value !== ''
    this.submit.textContent = isSelected ? 'Code selection' : 'Code the passage'
    this.form.classList.toggle('app-coding--selected', isSelected)
  }
}

export function coding() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module="app-coding"]')) new Coding(form)
}
