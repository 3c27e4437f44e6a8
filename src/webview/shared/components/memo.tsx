import { Component, type FunctionComponent } from 'preact';

/** Wraps `View`, so that it renders again only if one of its props is not identical. */
export function memo<P extends object>(View: FunctionComponent<P>) {
  return class Pure extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return (
        names.length !== Object.keys(this.props).length ||
        names.some((name) => next[name] !== this.props[name])
      );
    }

    override render(props: P) {
      return <View {...props} />;
    }
  };
}
