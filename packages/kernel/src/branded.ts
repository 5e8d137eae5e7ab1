declare const unit: unique symbol;

/** A value of type T that carries a unit or a meaning, so that two numbers or two ids cannot be swapped. */
export type Branded<T, B extends string> = T & { readonly [unit]: B };
