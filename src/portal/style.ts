/** One stylesheet for all pages, within each: a second request takes longer on a slow line than these bytes. System fonts only. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--ink:#17201f;--soft:#4d5a58;--line:#d5dddc;--pale:#f3f6f6;--accent:#0b6666;--good:#1f6b3a;--way:#1c5cab;--warn:#8a4500;--bad:#b3261e;--band:#dbe9e8}
@media(prefers-color-scheme:dark){:root{--ground:#111716;--ink:#e6eceb;--soft:#a9b6b4;--line:#36423f;--pale:#1a2221;--accent:#6fcac4;--good:#83d6a0;--way:#93bdf7;--warn:#f3b562;--bad:#ff9a90;--band:#21403e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip,.unseen{position:absolute;left:-999em}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.5rem}
.in{max-width:52rem;margin:0 auto;padding:0 1rem}
header{border-bottom:1px solid var(--line)}
header .in{padding-top:.75rem;padding-bottom:.5rem}
.brand{font-weight:700;font-size:1.15rem;text-decoration:none;color:var(--ink)}
nav ul,.plain{list-style:none;margin:0;padding:0}
nav.top ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
nav.top a{display:inline-block;padding:.35rem 0;min-height:1.75rem}
nav.top [aria-current]{font-weight:700;color:var(--ink)}
form{display:flex;gap:.5rem;margin:1rem 0 .25rem}
input,button{font:inherit;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:.25rem;background:var(--ground);color:var(--ink);min-height:2.75rem}
input{flex:1;min-width:0}
button{background:var(--accent);border-color:var(--accent);color:var(--ground);font-weight:600;cursor:pointer}
h1{font-size:1.7rem;line-height:1.35;margin:1.25rem 0 .5rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem}
h3{font-size:1.0625rem;line-height:1.5;margin:0}
p{margin:.5rem 0}
.lead{font-size:1.2rem}
.soft,.meta{color:var(--soft)}
.meta{font-size:.95rem;margin:.15rem 0}
blockquote{margin:.75rem 0;padding:.25rem 0 .25rem 1rem;border-left:.25rem solid var(--accent);font-size:1.15rem}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0;padding:0;list-style:none}
.counts a{display:inline-block;padding:.3rem 0;text-decoration:none}
.counts .what{color:var(--soft);min-width:5rem;padding:.3rem 0}
.counts b{font-size:1.35rem}
.counts [aria-current]{border-bottom:3px solid currentColor}
.s{display:inline-flex;align-items:center;gap:.4rem;font-weight:600}
.s svg{flex:none}
.good{color:var(--good)}.way{color:var(--way)}.warn{color:var(--warn)}.bad{color:var(--bad)}.none{color:var(--soft)}
.item{padding:.85rem 0;border-top:1px solid var(--line)}
.item:target{background:var(--pale)}
.item h3 a{color:var(--ink)}
.section{margin:1.5rem 0 .25rem;font-size:.95rem;font-weight:600;color:var(--soft)}
.box{background:var(--pale);padding:.85rem 1rem;border-radius:.35rem;margin:1rem 0}
.box p:first-child{margin-top:0}.box p:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1rem;margin:.75rem 0}
dt{color:var(--soft)}dd{margin:0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right}
.gone{text-decoration:line-through;color:var(--soft)}
svg.big{width:100%;height:auto;display:block;margin:.5rem 0}
.chart text{fill:var(--soft);font:13px system-ui,sans-serif}
.chart .grid{stroke:var(--line)}
.chart .band{fill:var(--band)}
.chart .expected{fill:none;stroke:var(--soft);stroke-width:1.5}
.chart .actual{fill:none;stroke:var(--accent);stroke-width:2.5}
.chart .dash{stroke-dasharray:7 5}
.chart .maybe{fill:none;stroke:var(--way);stroke-width:2;stroke-dasharray:2 5}
.chart circle{fill:var(--accent)}.chart circle.open{fill:var(--ground);stroke:var(--accent);stroke-width:2}
.chart .aim{fill:var(--warn)}
.keys{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9rem;color:var(--soft)}
.keys svg{margin-right:.35rem}
.embed{padding:.75rem 1rem}.embed h1{font-size:1.15rem;margin:0}.embed .counts{margin:.75rem 0 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--pale);padding:.75rem;font-size:.9rem}
.pages{display:flex;flex-wrap:wrap;gap:1rem;align-items:baseline;margin:1.5rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.95rem}
footer .in{padding-top:1rem;padding-bottom:2rem}
footer ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
footer a{display:inline-block;padding:.25rem 0}
@media(max-width:36rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}h1{font-size:1.45rem}
.fold thead{position:absolute;left:-999em}.fold tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}.fold td{display:flex;gap:1rem;justify-content:space-between;border:0;padding:.1rem 0;text-align:right}.fold td:empty{display:none}.fold td::before{content:attr(data-name);color:var(--soft);text-align:left}}
@page{margin:15mm}
@media print{nav,form,.skip,.pages,footer ul{display:none}body{font-size:11pt;color:#000;background:#fff}a{color:inherit;text-decoration:none}.item,tr,blockquote,.box,svg.big{break-inside:avoid}}
`.replaceAll('\n', '');
