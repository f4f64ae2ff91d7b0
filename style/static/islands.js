// Brings the islands of a page to life. The name of the WebAssembly, with its hash, comes with this script's own address.
const name = new URL(import.meta.url).search.slice(1);

async function wake(root, module) {
  for (const island of root.querySelectorAll("leptos-island")) {
    await module[island.dataset.component]?.(island);
  }
}

const start = async () => {
  const module = await import(`./${name}.js`);
  await module.default({ module_or_path: new URL(`./${name}_bg.wasm`, import.meta.url) });
  module.hydrate();
  await wake(document.body, module);
};

if (/^ergon-[0-9a-f]+$/.test(name)) {
  ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(start);
}
