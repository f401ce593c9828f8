// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Says that a chosen file is too large as soon as it is chosen, and does not send it.
// Without this file the server says the same, once it has been sent.
//
//   <div class="govuk-form-group"><input type="file" data-module="app-file-size"
//   data-most-bytes="25000000" data-too-large="is larger than 25 MB. …"></div> in a form

class FileSize {
  private readonly group: HTMLElement
  private readonly error = document.createElement('p')

  constructor(private readonly input: HTMLInputElement) {
    this.group = input.closest<HTMLElement>('.govuk-form-group')!
    this.error.id = `${input.id}-error`
    this.error.className = 'govuk-error-message'
    this.error.setAttribute('role', 'alert')
    input.addEventListener('change', () => this.look())
    input.form!.addEventListener('submit', (event) => this.submitting(event))
  }

  private tooLarge() {
    return [...this.input.files!].find((file) => file.size > Number(this.input.dataset.mostBytes))
  }

  private look() {
    const file = this.tooLarge()
    this.group.querySelector('.govuk-error-message')?.remove() // of this file no more is known
    if (file) this.say(`“${file.name}” ${this.input.dataset.tooLarge}`)
    this.group.classList.toggle('govuk-form-group--error', Boolean(file))
    this.input.classList.toggle('govuk-file-upload--error', Boolean(file))
    this.describe(Boolean(file))
  }

  private say(sentence: string) {
    const hidden = document.createElement('span')
    hidden.className = 'govuk-visually-hidden'
    hidden.textContent = 'Error: '
    this.error.replaceChildren(hidden, sentence)
    this.input.before(this.error)
  }

  private describe(hasError: boolean) {
    const notes = (this.input.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== this.error.id)
    if (hasError) notes.push(this.error.id)
    this.input.setAttribute('aria-describedby', notes.join(' '))
  }

  private submitting(event: SubmitEvent) {
    if (!this.tooLarge()) return
    event.preventDefault()
    this.input.focus()
  }
}

export function fileSize() {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-module="app-file-size"]')) new FileSize(input)
}
