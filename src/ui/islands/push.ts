/** Allowing notifications: registers the worker, subscribes, and sends the form that tells us where to. */
const form = document.querySelector<HTMLFormElement>('#push-form')
const button = document.querySelector<HTMLButtonElement>('#push-allow')
const offer = document.querySelector<HTMLElement>('#push-button')
const unable = document.querySelector<HTMLElement>('#push-script')
const refused = document.querySelector<HTMLElement>('#push-refused')

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}
const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('sawt-push', { createScriptURL: (url) => url })
const WORKER = '/push-worker.js'

if (form && button && 'serviceWorker' in navigator && 'PushManager' in window) {
  if (offer) offer.hidden = false
  if (unable) unable.hidden = true
  button.addEventListener('click', () => {
    allow(form).catch(() => {
      if (refused) refused.hidden = false
    })
  })
}

async function allow(form: HTMLFormElement): Promise<void> {
  await navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const applicationServerKey = field(form, 'key').value
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  ).toJSON()
  field(form, 'endpoint').value = endpoint ?? ''
  field(form, 'p256dh').value = keys?.p256dh ?? ''
  field(form, 'auth').value = keys?.auth ?? ''
  form.submit()
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}

export {}
