// msw reads cookies from localStorage while it loads, although nothing here sets any. Where a browser blocks site
// data that access throws, so it gets an empty store there instead.
try {
  globalThis.localStorage.getItem('');
} catch {
  Object.defineProperty(globalThis, 'localStorage', {
    value: { getItem: () => null, setItem: () => undefined },
  });
}
