/** The task pane of an add-in with a shared runtime: its page lives on when it is hidden. */
export class Pane {
  visible: boolean;
  /** Told when it is shown or hidden; set by the machine. */
  onChange: (visible: boolean) => void = () => {};

  constructor(visible: boolean) {
    this.visible = visible;
  }

  show(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.onChange(visible);
  }
}
