//! What runs in the browser: islands in pages that are complete without them.
