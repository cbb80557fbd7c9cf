import { dark, graphCss, light, paletteCss } from '../graph/colours.ts'

const lightPage =
  'color-scheme:light;--back:#fff;--side:#f6f7f8;--ink:#1b1f24;--soft:#535c66;--line:#d9dde2;--link:#0b57a8;--code:#f3f4f6;--warn-back:#fff6e0;--warn:#8a5a00;--bad:#a3321f;--good:#0a6b3d;--focus:#0b57a8'
const darkPage =
  'color-scheme:dark;--back:#15181c;--side:#1b1f24;--ink:#e8ebee;--soft:#aab3bc;--line:#343a41;--link:#8ab8f5;--code:#20252b;--warn-back:#33290f;--warn:#f0c060;--bad:#ff9c8a;--good:#6fd39b;--focus:#8ab8f5'

/** The handbook's style sheet: light, dark, paper; wide and narrow. */
export const handbookCss = `
:root{${lightPage};${paletteCss(light)}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkPage};${paletteCss(dark)}}}
:root[data-theme=dark]{${darkPage};${paletteCss(dark)}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0;background:var(--back);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;z-index:9;background:var(--back);padding:.5rem 1rem}
header.top{position:sticky;top:0;z-index:5;display:flex;gap:1rem;align-items:center;padding:.6rem 1.2rem;background:var(--side);border-bottom:1px solid var(--line)}
header.top .name{font-weight:650;color:inherit;text-decoration:none;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-width:18rem}
.search{position:relative;flex:1;max-width:34rem}
.search[hidden]{display:none}
.search input{width:100%;font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:6px;padding:.35rem .7rem}
.found{position:absolute;left:0;right:0;top:calc(100% + .3rem);max-height:70vh;overflow:auto;background:var(--back);border:1px solid var(--line);border-radius:6px;box-shadow:0 6px 24px #0003;padding:.5rem}
.found[hidden]{display:none}
.found ol{list-style:none;margin:0;padding:0}
.found a{display:block;padding:.35rem .5rem;text-decoration:none;border-radius:4px}
.found a:hover,.found a:focus{background:var(--code)}
.found small{color:var(--soft);margin-left:.4rem}
.found p{margin:.2rem .5rem;color:var(--soft);font-size:.9rem}
button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:6px;padding:.35rem .8rem;cursor:pointer;white-space:nowrap}
button[hidden]{display:none}
#theme{margin-left:auto}
.menu{display:none}
.columns{display:grid;grid-template-columns:17rem minmax(0,1fr)}
nav.side{position:sticky;top:3.6rem;align-self:start;max-height:calc(100vh - 3.6rem);overflow:auto;padding:1.2rem 1rem 3rem 1.2rem;background:var(--side);border-right:1px solid var(--line);min-height:calc(100vh - 3.6rem);font-size:.94rem;line-height:1.4}
nav.side ul{list-style:none;margin:0;padding:0}
nav.side li{margin:.1rem 0}
nav.side li ul{margin:.2rem 0 .6rem .5rem;padding-left:.6rem;border-left:2px solid var(--line);font-size:.9rem}
nav.side a{display:block;padding:.22rem .4rem;color:inherit;text-decoration:none;border-radius:4px}
nav.side a:hover{text-decoration:underline}
nav.side a[aria-current]{background:var(--line);font-weight:650}
nav.side .gap{margin-top:.9rem}
main{padding:1.6rem 2rem 5rem;max-width:62rem}
main>header p.kind{margin:0;color:var(--soft);font-size:.9rem}
h1{font-size:1.75rem;line-height:1.25;margin:.1rem 0 .6rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.4rem 0 .6rem;padding-top:.9rem;border-top:1px solid var(--line)}
h3{font-size:1.02rem;line-height:1.4;margin:1.5rem 0 .3rem}
p,ul.text,ol.text,dl{max-width:46rem}
.part{max-width:52rem}
.part h3{max-width:46rem}
p{margin:.5rem 0}
.lead{font-size:1.08rem;max-width:44rem}
.soft,.soft a{color:var(--soft)}
.soft{font-size:.93em}
.mark{display:inline-block;font-size:.78rem;line-height:1.3;padding:.05rem .45rem;border-radius:1rem;border:1px solid currentColor;white-space:nowrap;vertical-align:.08em}
.mark.documented{color:var(--good)}
.mark.reported{color:var(--soft)}
.mark.unverified{color:var(--bad);background:var(--warn-back);font-weight:650}
.careful{border-left:4px solid var(--warn);background:var(--warn-back);padding:.5rem .9rem;border-radius:0 4px 4px 0;margin:.6rem 0;max-width:46rem}
.careful b{color:var(--warn)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em}
code{background:var(--code);padding:.08em .3em;border-radius:3px;overflow-wrap:anywhere}
figure.code{margin:.5rem 0;max-width:52rem}
figure.code figcaption{font-size:.85rem;color:var(--soft)}
pre{margin:.1rem 0;padding:.6rem .8rem;background:var(--code);border:1px solid var(--line);border-radius:5px;overflow-x:auto;line-height:1.45}
dl.fields{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:.3rem 1.2rem;margin:.6rem 0}
dl.fields dt{color:var(--soft)}
dl.fields dd{margin:0}
table{border-collapse:collapse;width:100%;margin:.7rem 0;font-size:.95rem;line-height:1.45}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.2rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:.88rem}
td:first-child{min-width:7rem}
tr:target,.part:target,.question:target{background:var(--warn-back)}
.doors{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.8rem;list-style:none;padding:0;margin:.8rem 0}
.doors a{display:block;height:100%;padding:.8rem 1rem;border:1px solid var(--line);border-radius:8px;color:inherit;text-decoration:none;background:var(--side)}
.doors a:hover{border-color:var(--link)}
.doors strong{display:block;color:var(--link);line-height:1.35}
.doors span{display:block;margin-top:.3rem;color:var(--soft);font-size:.9rem;line-height:1.4}
.question{border-top:1px solid var(--line);padding:.7rem 0 .5rem;break-inside:avoid;max-width:52rem}
.question>p.ask{font-weight:600;margin:.1rem 0}
.question>p.ask a{color:inherit}
.question ul.boxes{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.3rem 0;padding:0}
.question ul.boxes li::before{content:"";display:inline-block;width:.85em;height:.85em;border:1.5px solid var(--ink);border-radius:2px;margin-right:.45em;vertical-align:-.08em}
.picture{overflow-x:auto;margin:.8rem 0;border:1px solid var(--line);border-radius:6px;background:var(--g-back)}
.picture svg{display:block;max-width:100%;min-width:min(44rem,100%);height:auto;margin:0 auto}
.contents{font-size:.93rem;color:var(--soft);margin:.8rem 0 0;max-width:none}
.contents a{margin-right:1rem;white-space:nowrap}
footer{margin-top:4rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
@media (max-width:56rem){
.columns{display:block}
header.top{flex-wrap:wrap;gap:.5rem .7rem;padding:.5rem .9rem}
header.top .name{flex:1;max-width:none}
.search{order:3;flex-basis:100%;max-width:none}
.menu{display:inline-block}
html{scroll-padding-top:7rem}
nav.side{position:static;max-height:none;min-height:0;border-right:0;border-bottom:1px solid var(--line);padding:.6rem .9rem}
nav.side>ul{display:flex;flex-wrap:wrap;gap:.1rem .3rem}
nav.side li ul{display:none}
nav.side .gap{margin-top:.1rem}
.js nav.side{display:none}
.js nav.side.open{display:block}
main{padding:1rem .9rem 4rem}
h1{font-size:1.45rem}
dl.fields{display:block}
dl.fields dt{margin-top:.5rem;font-size:.9rem}
.picture svg{min-width:40rem}
}
@media (max-width:44rem){
table,tbody,tr,td,caption{display:block}
thead{position:absolute;left:-99rem}
tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
td{border:0;padding:.12rem 0}
td::before{content:attr(data-label)": ";color:var(--soft);font-size:.88rem}
td:first-child::before{content:none}
}
@media print{
:root,:root[data-theme=dark],:root:not([data-theme=light]){${lightPage};${paletteCss(light)}}
header.top,nav.side,.skip,.contents{display:none}
.columns{display:block}
main{padding:0;max-width:none}
body{font-size:10.5pt;line-height:1.45}
a{color:inherit;text-decoration:none}
a.out::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
h2,h3,figcaption{break-after:avoid}
tr,figure.code,.careful{break-inside:avoid}
.picture{overflow:visible;border:0;break-inside:avoid}
.picture svg{min-width:0;max-width:100%;max-height:24cm}
.doors a{border-color:#999}
}
${graphCss}
`.trimStart()
