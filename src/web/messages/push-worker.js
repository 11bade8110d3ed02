// Woken by the browser when a notification arrives, also with no page open. It shows it and opens its link.
self.addEventListener('push', (event) => {
  const { id, title, language, link } = event.data.json()
  const dir = language === 'ar' ? 'rtl' : 'ltr'
  event.waitUntil(self.registration.showNotification(title, { tag: id, lang: language, dir, data: { link } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { link } = event.notification.data
  if (link) event.waitUntil(self.clients.openWindow(link))
})
