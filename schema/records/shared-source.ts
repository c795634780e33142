/** A source that is one object for everybody to whom it says the same: what was written of it once is copied. */
export abstract class SharedSource {}
