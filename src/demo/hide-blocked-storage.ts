// msw looks for cookies in localStorage while it loads, although nothing here sets any. Where a
// browser blocks site data the mere look throws, so there it finds an empty store instead.
try {
  globalThis.localStorage.getItem('');
} catch {
  Object.defineProperty(globalThis, 'localStorage', {
    value: { getItem: () => null, setItem: () => undefined },
  });
}
