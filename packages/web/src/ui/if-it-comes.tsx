import { Component, type ReactNode } from "react";

/** A part that is fetched when it is drawn: where it does not come, everything around it stays. */
export class IfItComes extends Component<
  { readonly children: ReactNode; readonly instead?: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
