// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Keeps the preview beside the editor of a report's section up to date while somebody
// writes. The server makes it from what is typed, a moment after the last key; how
// many problems it has is told politely, and only when that changes. Figures get a
// button that puts them into the text. Leaving with words that are not saved asks
// first. Without this file the "Preview" button does it.
//
//   <form data-module="app-report" data-preview-at="/…/preview" data-preview="preview">
//   with fields csrf_token, title and markdown, a <p class="app-preview__state"
//   role="status">, and the preview as the one child of the element of that id

const pause = 400 // milliseconds after the last key

class ReportEditor {
  private readonly preview: HTMLElement
  private readonly status: HTMLElement
  private readonly text: HTMLTextAreaElement
  private readonly title: HTMLInputElement
  private timer = 0
  private asked?: AbortController
  private unsaved = false

  constructor(private readonly form: HTMLFormElement) {
    this.preview = document.getElementById(form.dataset.preview!)!
    this.status = form.querySelector<HTMLElement>('.app-preview__state')!
    this.text = form.querySelector<HTMLTextAreaElement>('[name="markdown"]')!
    this.title = form.querySelector<HTMLInputElement>('[name="title"]')!
    for (const field of [this.text, this.title]) field.addEventListener('input', () => this.changed())
    form.addEventListener('submit', () => (this.unsaved = false))
    window.addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault()
    })
    const find = form.querySelector<HTMLInputElement>('[name="find"]')
    find?.addEventListener('keydown', (event) => this.find(event))
    this.addInsertButtons()
    this.tell(this.stateOfPreview())
  }

  private changed() {
    this.unsaved = true
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.refresh(), pause)
  }

  private async refresh() {
    this.asked?.abort()
    const asked = (this.asked = new AbortController())
    const body = new URLSearchParams()
    for (const name of ['csrf_token', 'title', 'markdown'])
      body.set(name, this.form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)!.value)
    try {
      const answer = await fetch(this.form.dataset.previewAt!, { method: 'POST', body, signal: asked.signal, redirect: 'error' })
      if (!answer.ok) throw new Error(String(answer.status))
      this.show(await answer.text())
    } catch {
      if (!asked.signal.aborted)
        this.tell('The preview is behind: the server did not answer. Your text is still here; try “Save”.')
    }
  }

  private show(markup: string) {
    const made = new DOMParser().parseFromString(markup, 'text/html').querySelector('.app-preview__content')
    if (!made) return this.tell('The preview is behind: sign in again in another tab, then go on writing.')
    this.preview.replaceChildren(document.adoptNode(made))
    this.tell(this.stateOfPreview())
  }

  private stateOfPreview() {
    return this.preview.querySelector<HTMLElement>('.app-preview__content')?.dataset.state ?? ''
  }

  /// Only what is new, so that a screen reader is not told at every pause.
  private tell(sentence: string) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence
  }

  /// Enter looks for a figure; it saves nothing.
  private find(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    this.form.requestSubmit(this.form.querySelector<HTMLButtonElement>('button[value="find"]'))
  }

  private addInsertButtons() {
    for (const reference of this.form.querySelectorAll<HTMLElement>('.app-figure-reference')) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'app-link-button govuk-link'
      button.textContent = 'Insert'
      button.setAttribute('aria-label', `Insert ${reference.textContent}`)
      button.addEventListener('click', () => this.insert(reference.textContent!))
      reference.after(' ', button)
    }
  }

  private insert(words: string) {
    this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, 'end')
    this.text.focus()
    this.changed()
  }
}

export function report() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module="app-report"]')) new ReportEditor(form)
}
