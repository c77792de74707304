/** Offer to turn a model around in place of its picture; what draws it is fetched only then. */
export function offerTurning(figure: HTMLElement): void {
  const button = document.createElement("button");
  const said = document.createElement("p");
  Object.assign(button, { type: "button", className: "quiet", textContent: "Turn it around" });
  Object.assign(said, { className: "small quietly" });
  said.setAttribute("role", "status");
  figure.append(button, said);
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = "Fetching the model…";
    try {
      const { turn } = await import("./turning");
      await turn(figure);
      button.remove();
      said.textContent = "Drag it, or use the arrow keys; pinch, scroll, or press + and − to come closer and go back.";
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : "it does not draw";
      button.disabled = false;
      said.textContent = `It cannot be shown here (${reason}). You can still download it.`;
    }
  });
}
