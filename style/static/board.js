// Lets a session be dragged to another room, day or part of the board. Dropping it opens the form of the move with that place filled
// in, where the reason is given; without this script the form is reached from the session's own page.
const board = document.querySelector("table[data-moves]");
let held = null;

for (const item of board?.querySelectorAll("[data-move]") ?? []) {
  item.draggable = true;
}

const placeAt = (event) => (held ? event.target.closest("td[data-date]") : null);

board?.addEventListener("dragstart", (event) => {
  held = event.target.closest("[data-move]");
  event.dataTransfer.effectAllowed = "move";
});

board?.addEventListener("dragend", () => {
  held = null;
});

board?.addEventListener("dragover", (event) => {
  if (placeAt(event)) {
    event.preventDefault();
  }
});

board?.addEventListener("drop", (event) => {
  const place = placeAt(event);
  if (!place || place.contains(held)) {
    return;
  }
  event.preventDefault();
  const form = new URL(`${held.querySelector("a").pathname}/move`, location.origin);
  form.searchParams.set("room", place.closest("tr").dataset.room);
  form.searchParams.set("date", place.dataset.date);
  if (place.dataset.part) {
    form.searchParams.set("part", place.dataset.part);
  }
  location.assign(form);
});
