// When nothing appears, the application's first files did not come: they are asked for again a few times, and whoever waits is told so.
// A file of its own because the policy allows no inline script, and no module because it must work when modules do not come.
(function () {
  var key = 'unityplan.starts';
  var most = 3;
  var shown = Date.now();
  var loadedAt = 0;
  var begun = Date.now();
  addEventListener('load', function () { loadedAt = Date.now(); });
  if (document.readyState === 'complete') loadedAt = begun;

  function tries(next) {
    try {
      if (next === undefined) return Number(sessionStorage.getItem(key)) || 0;
      if (next === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, String(next));
      return next;
    } catch {
      // Storage is refused: without a count there is no end to it, so the person decides.
      return most;
    }
  }

  /** Only when somebody answers: the browser's own page of failure does not come back by itself. */
  function again() {
    var count = tries();
    if (count >= most) return;
    fetch('/', { method: 'HEAD', cache: 'no-store' }).then(function (answer) {
      if (answer.ok && tries(count + 1) === count + 1) location.reload();
    }, function () {});
  }

  var timer = setInterval(function () {
    var now = Date.now();
    var root = document.getElementById('root');
    var slow = document.getElementById('slow');
    if (!root || !slow) return;
    if (root.hasChildNodes()) {
      clearInterval(timer);
      slow.hidden = true;
      tries(0);
      return;
    }
    if (now - shown > 8000) slow.hidden = false;
    // Everything came and still nothing shows: a file failed. Nothing came to an end for long: a file hangs.
    var waited = (tries() + 1) * 1000;
    if (!(loadedAt && now - loadedAt > 3 * waited) && now - begun < 20 * waited) return;
    begun = now;
    if (loadedAt) loadedAt = now;
    again();
  }, 1000);
})();
