/* Only browsers without ES modules (Internet Explorer and compatibility modes) run this file. */
document.addEventListener('DOMContentLoaded', function () {
  var notice = document.getElementById('old-browser');
  var app = document.getElementById('app');
  if (notice) notice.removeAttribute('hidden');
  if (app) app.parentNode.removeChild(app);
});
