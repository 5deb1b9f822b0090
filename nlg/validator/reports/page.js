// Shows the note of the mark that is pointed at or focused, inside the window; Escape puts it away.
(() => {
  let shown = null;
  const hide = () => { if (shown) shown.classList.remove("shown"); shown = null; };
  const show = (claim) => {
    if (!claim || claim === shown || !claim.id) return;
    hide();
    const tip = claim.querySelector(":scope > .tip");
    const place = claim.getClientRects()[0], size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, innerWidth - size.width - 8));
    const below = place.bottom + 6;
    const top = below + size.height > innerHeight ? Math.max(8, place.top - size.height - 6) : below;
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
    claim.classList.add("shown");
    shown = claim;
  };
  document.addEventListener("mouseover", (event) => {
    const claim = event.target.closest(".claim");
    if (claim) show(claim); else if (!document.activeElement.closest(".claim")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const claim = event.target.closest(".claim");
    if (claim) show(claim); else hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", hide, { passive: true });
})();
