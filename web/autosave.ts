// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Saves an assessment by itself, a moment after the last key, through the JSON API
// (docs/guide/api.md), and says when it has. What could not be saved stays on the
// page and is tried again; leaving the page then asks first. Without this file the
// "Save" button does it.
//
//   <form data-module="app-autosave" data-saves-at="/api/…/assessment" data-person="7">
//   with hidden fields `revision` and `csrf_token`, a section class="app-area" for
//   each area, and a <p class="app-saved" role="status"> that takes the message

const pause = 2000 // milliseconds after the last key
const retry = 10000

class Autosave {
  private readonly revision: HTMLInputElement
  private readonly token: HTMLInputElement
  private readonly status: HTMLElement
  private timer = 0
  private typed = 0 // counts changes, so that one made during a save is not taken for saved
  private saved = 0
  private saving: Promise<void> = Promise.resolve()
  private overtaken = false
  private refused = false // the last save was answered with something that only a page can show
  private unknown = false // the last save was not known to come from whom this page was made for

  constructor(private readonly form: HTMLFormElement) {
    this.revision = form.querySelector<HTMLInputElement>('[name="revision"]')!
    this.token = form.querySelector<HTMLInputElement>('[name="csrf_token"]')!
    this.status = form.querySelector<HTMLElement>('.app-saved')!
    form.addEventListener('input', () => this.changed())
    form.addEventListener('submit', (event) => this.submitting(event))
    window.addEventListener('beforeunload', (event) => {
      if (this.typed !== this.saved) event.preventDefault()
    })
  }

  private changed() {
    this.typed += 1
    this.schedule(pause)
  }

  private schedule(after: number) {
    window.clearTimeout(this.timer)
    if (!this.overtaken) this.timer = window.setTimeout(() => this.start(), after)
  }

  private start() {
    this.saving = this.saving.then(() => this.save())
  }

  private async save() {
    const count = this.typed
    if (count === this.saved || this.overtaken) return
    try {
      if (this.unknown) await this.knock()
      const answer = await fetch(this.form.dataset.savesAt!, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': this.token.value },
        body: JSON.stringify({ revision: Number(this.revision.value), judgements: this.judgements() })
      })
      if (answer.ok) {
        this.revision.value = String((await answer.json()).revision)
        this.saved = count
        this.refused = this.unknown = false
        this.say(`Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}.`)
      } else await this.declined(answer)
    } catch {
      this.say('Not saved: there is no connection. What you typed stays on this page; it is tried again.')
      this.schedule(retry)
    }
  }

  private judgements() {
    return [...this.form.querySelectorAll<HTMLElement>('.app-area')].map((area) => ({
      area: area.id,
      outcome: area.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? null,
      reason: area.querySelector('textarea')!.value
    }))
  }

  /// Somebody may have signed in again elsewhere. When it is who wrote this page, it is theirs again.
  private async knock() {
    const answer = await fetch('/api/session')
    if (!answer.ok) return
    const session = await answer.json()
    if (String(session.person) === this.form.dataset.person) this.token.value = session.token
  }

  private async declined(answer: Response) {
    this.refused = answer.status < 500
    this.unknown = answer.status === 401 || answer.status === 403
    if (answer.status === 409) {
      this.overtaken = true
      const { recorded, detail } = await answer.json()
      if (recorded && String(recorded.revision) === this.revision.value) this.say(`Not saved: ${detail}`)
      else this.say('Somebody else has changed this assessment. Press “Save draft” to see both texts; yours is kept.')
    } else if (this.unknown) {
      this.say('Not saved: you are no longer signed in. Sign in in another tab; what you typed stays here.')
      this.schedule(retry)
    } else if (answer.status === 422) {
      this.say('Not saved: something needs correcting. Press “Save draft” to see what.')
    } else {
      this.say('Not saved: the server could not save. What you typed stays on this page; it is tried again.')
      this.schedule(retry)
    }
  }

  /// A button was pressed: let a save that is under way finish first, or it would overtake this one. "Save
  /// draft" saves like the clock does and stays on the page; the page changes only when there is something
  /// to see: two texts, a problem, the submitted assessment.
  private async submitting(event: SubmitEvent) {
    window.clearTimeout(this.timer)
    event.preventDefault()
    const action = (event.submitter as HTMLButtonElement | null)?.value ?? 'save'
    await this.saving
    if (action === 'save' && !this.overtaken) {
      if (this.typed === this.saved && !this.refused) return this.say('Everything is saved.')
      this.start()
      await this.saving
      if (!this.refused) return
    }
    this.typed = this.saved
    const pressed = document.createElement('input')
    pressed.type = 'hidden'
    pressed.name = 'action'
    pressed.value = action
    this.form.append(pressed)
    this.form.submit()
  }

  private say(sentence: string) {
    this.status.textContent = sentence
  }
}

export function autosave() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module="app-autosave"]')) new Autosave(form)
}
