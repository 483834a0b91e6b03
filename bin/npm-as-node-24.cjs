// Preloaded into npm where its own Node is older than ours. npm leaves out, without a word, optional packages that its Node is too old
// for, as what builds the pages; but they run on the Node that comes along.
Object.defineProperty(process, 'version', { value: 'v24.0.0' });
