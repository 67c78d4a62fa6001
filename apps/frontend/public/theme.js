// Before the first paint: the chosen theme and language, so that nothing flashes. A file of its own because the policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('unityplan.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('unityplan.language');
    if (language) document.documentElement.lang = language;
  } catch {
    // Storage may be refused; the system's theme is used then.
  }
})();
