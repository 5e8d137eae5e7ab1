/* Shows a notice that came by push, and opens the rider's page when it is touched. The notice's id is its tag: one that
   comes twice is shown once. */
self.addEventListener("push", (event) => {
  const { id, title, body } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag: id, icon: "/icon.svg" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then((pages) => {
      const page = pages.find(({ url }) => url.includes("/ride"));
      return page ? page.focus() : self.clients.openWindow("/");
    }),
  );
});
