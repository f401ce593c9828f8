// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Keeps the list of areas beside an assessment form up to date while somebody
// writes: what each area was judged to be, and how many are done. Without this
// file the list says how things stood when the page was loaded.
//
//   <nav class="app-assessment__areas"><li data-state="open"><a href="#AREA">…</a>
//   <span class="app-assessment__state">…</span></li>…<p class="app-assessment__count">
//   beside a form whose area has the id AREA

class Area {
  private readonly section: HTMLElement
  private readonly state: HTMLElement

  constructor(private readonly line: HTMLElement) {
    this.section = document.querySelector<HTMLElement>(line.querySelector('a')!.hash)!
    this.state = line.querySelector<HTMLElement>('.app-assessment__state')!
  }

  get done() {
    return this.line.dataset.state === 'done'
  }

  update() {
    const chosen = this.section.querySelector<HTMLInputElement>('input[type="radio"]:checked')
    const reason = this.section.querySelector('textarea')!.value.trim()
    this.line.dataset.state = chosen && reason ? 'done' : 'open'
    const outcome = chosen?.labels?.[0]?.textContent?.trim() ?? 'Not yet assessed'
    this.state.textContent = chosen && !reason ? 'Reason missing' : outcome
  }
}

export function progress() {
  for (const whole of document.querySelectorAll<HTMLElement>('.app-assessment')) {
    const count = whole.querySelector<HTMLElement>('.app-assessment__count')!
    const areas = [...whole.querySelectorAll<HTMLElement>('.app-assessment__areas li')].map((line) => new Area(line))
    const update = () => {
      for (const area of areas) area.update()
      count.textContent = `${areas.filter((area) => area.done).length} of ${areas.length} done`
    }
    whole.addEventListener('input', update)
    update() // a browser that comes back to the page may have filled the form in again
  }
}
