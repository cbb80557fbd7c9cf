import { headingsOf } from '../headings.ts'
import { later } from '../later.ts'

/** Signs of a text that speaks of anybody's system: a manual, an article, a plan, a lesson, code. */

/** What stands alone in a line above the parts of an article of a knowledge base, in many languages. */
const articleHeading =
  /^\W{0,8}(?:\d{1,2}\.? )?(?:Environment|Issue|Resolution|Root [Cc]ause|Diagnostic [Ss]teps|Solution(?: (?:Verified|Unverified|In Progress).*)?|Symptoms?|Cause|Workaround|Applies to.*|Prerequisites|Requirements|Overview|Introduction|Summary of changes|Additional [Ii]nformation|See [Aa]lso|Related .*|References|Conclusion|Background|Learning [Oo]bjectives|Objectives|Scope|Purpose|Procedure|Symptome?|Umgebung|Ursachen?|Lösung|Abhilfe|Problemumgehung|Voraussetzungen|Überblick|Übersicht|Einleitung|Weiterführende .*|Gilt für.*|Environnement|Symptômes?|Cause|Résolution|Prérequis|Contournement|Introduction|Voir aussi|S['’]applique à.*|Síntomas?|Causas?|Solución|Resolución|Entorno|Requisitos(?: previos)?|Introducción|Se aplica a.*|Sintomas?|Solução|Resolução|Ambiente|Pré-requisitos|Introdução|Aplica-se a.*|Sintomi|Soluzione|Risoluzione|Prerequisiti|Introduzione|Si applica a.*|Oorzaak|Oplossing|Symptomen|Vereisten|Orsak|Lösning|Symtom|Причин[аы]|Решение|Симптомы|Окружение|Введение|Требования|Przyczyn[ay]|Rozwiązanie|Objawy|Wymagania|Środowisko|Příčin[ay]|Řešení|Příznaky|Požadavky|Belirtiler|Nedenler?i?|Çözüm|Gereksinimler|現象|症状|原因|解決(?:策|方法)?|対処(?:方法)?|対象(?:製品|バージョン)?|環境|概要|はじめに|前提条件|回避策|现象|症状|原因|解决(?:方案|方法)|适用(?:于|范围|版本).*|环境|概述|前言|前提条件|증상|원인|해결(?: ?방법)?|적용 ?대상|개요|환경|조치 ?방법)\W{0,8}$/gmu
export const articleHeadings = (text: string): number => text.match(articleHeading)?.length ?? 0

/** Headings that an account has as often: of Markdown, numbered, or underlined. */
export const otherHeadings = (text: string): number =>
  headingsOf(text, /^#{1,6} +[\p{L}\d]/u) +
  (text.match(/^\d{1,2}(?:\.\d{1,2}){1,3}\.? +\p{L}/gmu)?.length ?? 0) +
  (text.match(/\S\n(?:={4,}|-{4,}|~{4,})\s*$/gm)?.length ?? 0)

/** Who teaches says so. */
const lesson =
  /\b[Ii]n this (?:tutorial|guide|article|post|blog|lab|chapter|section|how-?to|document|video|course|module|lesson|exercise|episode)\b|\b(?:[Tt]his|[Tt]he following) (?:article|guide|document|tutorial|chapter|section|page|appendix|manual|runbook|procedure|checklist|white ?paper) (?:(?:of|in) [^.\n]{1,100}? )?(?:\w+ )?(?:describes?|explains?|shows?|covers?|provides?|applies|lists?|is|contains?|documents?|walks)\b|\b(?:[Dd]ieser (?:Artikel|Abschnitt|Leitfaden)|[Dd]ieses (?:Kapitel|Dokument|Handbuch)|[Ii]n diesem (?:Artikel|Kapitel|Abschnitt|Beitrag|Dokument|Tutorial))(?![\p{L}])|\b(?:[Dd]ans cet article|[Cc]et article|[Cc]e (?:document|chapitre|guide|tutoriel)|[Cc]ette (?:section|page|procédure))(?![\p{L}])|\b(?:[Ee]n este (?:artículo|capítulo|documento|tutorial|post)|[Ee]ste (?:artículo|capítulo|documento|manual|apéndice|procedimiento)|[Nn]este (?:artigo|capítulo|documento|tutorial|post)|[Ee]ste (?:artigo|guia)|[Ii]n questo (?:articolo|capitolo|documento|tutorial)|[Qq]uest[oa] (?:articolo|guida|documento|capitolo)|[Ii]n dit (?:artikel|hoofdstuk|document)|[Dd]it (?:artikel|hoofdstuk)|[Dd]en här (?:artikeln|guiden)|[Ii] den här (?:artikeln|guiden))(?![\p{L}])|[Вв] (?:этой|данной) (?:статье|главе|инструкции|документации)|[Вв] этом (?:разделе|документе|руководстве)|[Дд]анн(?:ая|ый|ое) (?:статья|раздел|документ|руководство)|[Ww] tym (?:artykule|rozdziale|poradniku)|[Vv] tomto (?:článku|návodu)|[Tt]ento (?:článek|dokument)|[Bb]u (?:makale|belge|bölüm|kılavuz)|(?:本|この)(?:記事|章|書|文書|ドキュメント|ページ|マニュアル|資料)(?:では|は|に)|本(?:文|章|节|手册|文档|指南|教程|实验)(?:介绍|将|说明|描述|讲|适用|用于|主要)|이 (?:문서|글|장|가이드|절|매뉴얼)(?:에서는|은|는)/u
export const saysLesson = (text: string): boolean => lesson.test(text)

/** What tells a reader to do something, at the beginning of a line or of a step. */
const imperative =
  /^[\s>*•·-]{0,8}(?:(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.)]|Step \d{1,2}[:.]?|\[ ?\]) +)?(?:Run|Use|Type|Enter|Set|Check|Verify|Make sure|Ensure|Open|Click|Select|Install|Configure|Create|Add|Edit|Remove|Delete|Restart|Reboot|Start|Stop|Log (?:in|on)|Execute|Issue|Wait|Note (?:how|the|that|down)|Do not|Don['’]t|Never|Always|Avoid|Consider|Increase|Confirm|Repeat|Contact|Collect|Record|See|Disable|Enable|Exclude|Specify|Choose|Replace|Copy|Download|Observe|Simulate|Block|Drop|Fill|Kill|Unplug|Prüfen Sie|Führen Sie|Stellen Sie|Melden Sie|Starten Sie|Stoppen Sie|Geben Sie|Verwenden Sie|Achten Sie|Öffnen Sie|Installieren Sie|Vérifiez|Exécutez|Lancez|Ouvrez|Utilisez|Redémarrez|Ajoutez|Connectez|Assurez|Notez|Compruebe|Ejecute|Verifique|Asegúrese|Reinicie|Abra|Utilice|Añada|Execute|Certifique|Verifique|Reinicie|Adicione|Anote|Verificare|Eseguire|Verificate|Eseguite|Esegui|Verifica|Controlla|Aprire|Riavviare|Voer|Controleer|Open|Zorg|Kontrollera|Kör|Проверьте|Выполните|Запустите|Убедитесь|Откройте|Перезапустите|Добавьте|Установите|Sprawdź|Uruchom|Wykonaj|Upewnij|Otwórz|Dodaj|Zkontrolujte|Spusťte|Ověřte|Ujistěte|Kontrol edin|Çalıştırın|检查|执行|运行|确认|使用|登录|打开|重启)(?![\p{L}])/gmu
export const imperatives = (text: string): number => text.match(imperative)?.length ?? 0

/** Placeholders of manuals. */
const placeholder =
  /<(?![0-9a-f]{6,16}>)(?:[a-z][a-z0-9]*(?:[ _-][a-z0-9]+){0,3})>(?!\s*\S{0,40}<\/)|\$\{?[A-Z][A-Z_]{2,}\}?|\b(?:NODE|HOST|CLUSTER|USER|FILE|PATH|NAME|VALUE|OPTION|RESOURCE)(?:_?NAME)?\b(?=[\s\]>.])|\bexample\.(?:com|org|net)\b(?!>)|\bnode-?(?:X|N|x|n)\b|\b(?:foo|foobar)\b/g
const html = /<\/?(?:p|div|span|a|li|ul|ol|h[1-6]|td|tr|table|code|pre|br|strong|em|title|body)\b[^>\n]{0,200}>/gi
export const placeholders = (text: string): number =>
  text
    .replace(html, '')
    .match(placeholder)
    ?.filter(found => !/^<(?:p|br|b|i|hr|pre|code|li|ul|td|tr|div)>$/.test(found)).length ?? 0

/** A question of an exam, with answers to choose from. */
const exam =
  /\b[Ww]hich (?:of the following|(?:two|three|command|option|statement|action)s?)\b|\b(?:[Cc]hoose|[Ss]elect) (?:the|two|three|one|all)\b|^\W{0,4}(?:Question|Frage|Pregunta|Pergunta|Domanda|Вопрос|Pytanie|Otázka|Soru|問題|문제|题目?)\s{0,2}\d{1,3}\b|^\s{0,6}\(?[BbБб][).] .{1,160}\n\s{0,6}\(?[CcВв][).] |^\W{0,6}(?:True or [Ff]alse|Correct answer|Answer key|Your task|Aufgabe \d|Exercise \d)/mu
export const isExam = (text: string): boolean => exam.test(text)

/** Sales and news. */
const sells =
  /\b(?:our (?:customers|platform|solution|product|award-winning|experts)|free trial|learn more|contact sales|book a demo|industry[- ]leading|seamless(?:ly)?|best-in-class|next-generation|enterprise-grade|unlock|say goodbye|zero[- ]touch|peace of mind|whitepaper|spokes\w+|according to|customer story|follow us|unseren? Experten|nie wieder|unsere (?:Lösung|Kunden profitieren)|notre solution|nuestra solución|nossa solução|la nostra soluzione|наше решение)\b/gi
export const sales = (text: string): number => text.match(sells)?.length ?? 0

/** What will be, or is only thought of. */
const plan =
  /\b(?:draft|scenarios?|planned|proposal|(?:is|are) to be|will be (?:tested|performed|executed|simulated)|expected ?(?::|result)|acceptance criteria|test plan|chaos|simulat\w+|hypothetical\w*|Szenari\w+|Entwurf|geplant|Erwartet|Testplan|scénarios?|brouillon|prévu|borrador|escenarios?|previsto|rascunho|cenários?|scenario|bozza|сценари\w*|черновик|ожида\w+|scenariusz\w*|scénář\w*|taslak|senaryo\w*)\b|草稿|假设|演练|预期|想定|予定|訓練|草案|시나리오|초안|예정|훈련/giu
export const plans = (text: string): number => text.match(plan)?.length ?? 0

/** Words of whoever gives an example. */
const example =
  /\b(?:for example|for instance|e\.g\.|such as|zum Beispiel|z\. ?B\.|beispielsweise|par exemple|por ejemplo|por exemplo|ad esempio|bijvoorbeeld|till exempel|например|na przykład|například|örneğin)(?![\p{L}])|例如|比如|示例|样例|範例|예시|たとえば|例えば|예를 들어/giu
export const examples = (text: string): number => text.match(example)?.length ?? 0

/** Licences, and copies of them above code and texts. */
const licence =
  /\b(?:Permission is hereby granted|WITHOUT (?:ANY )?WARRANT|All rights reserved|GNU (?:Lesser |Affero )?General Public License|Licensed under|SPDX-License-Identifier|Copyright (?:\(c\)|©|\d{4})|msgid ")/i
export const isLicence = (text: string): boolean => licence.test(text)

/** A sentence in marks at the beginning of a line: people speak in tales. */
const speech = /^\s{0,4}["“„«—][^"“”„»\n]{2,200}[,.!?…]["”“»]/gmu
export const speeches = (text: string): number => text.match(speech)?.length ?? 0

/** Who learns, and from what. */
const school =
  /(?<![\p{L}])(?:modules?(?! linked in)|chapters?|exercises?|students?|trainees?|trainers?|beginners|courses?|lectures?|slides?|talk:|abstract:|speaker|tutorials?|lessons?(?! learn)|quiz|instructor|hand in|welcome to|week \d|the lab|homework|REQ-\d+|shall|Aufgaben?|Punkte|Schulung|Kapitel|Teilnehmer|Übung|chapitre|exercice|étudiants|formation|TP ?\d+|barème|énoncé|binôme|stagiaires?|capítulo|ejercicio|alumnos|curso|capitolo|esercizio|corso|hoofdstuk|oefening|cursus|kapitel|övning|kursen|глав[аеу]|урок\w*|упражнение|студент\w*|rozdzia\w+|ćwiczenie|kursie|kapitola|cvičení|bölüm|alıştırma)(?![\p{L}])|第.{1,3}章|本章|本节|课程|讲讲|練習|講座|演習|실습|강의|수업/giu
export const lessons = (text: string): number => text.match(school)?.length ?? 0

/** What stands above what somebody answers to others. */
const answer =
  /^\W{0,8}(?:(?:Accepted |Best |Top )?[Aa]nswer|Antwort|Réponse|Respuesta|Resposta|Risposta|Odpowiedź|Odpověď|Ответ|回答|답변)\b(?: ?\([^)\n]{0,40}\))?\W{0,4}(?:\n|:)/
export const isAnswer = (text: string): boolean => answer.test(text.slice(0, 400).trimStart())

/** Questions and their answers, each behind its mark: whoever learns, or teaches, writes so. */
const asked =
  /^\W{0,8}(?:Q|Questions?|F|Frage|Q(?:uestion)? ?\d{1,3}|Pregunta|Pergunta|Domanda|Вопрос|Pytanie|Otázka|Soru|问|問|提问|质问|質問|질문)\W{0,4}[:：]/gmu
const replied =
  /^\W{0,8}(?:A|Answers?|Antwort|R|Réponse|Respuesta|Resposta|Risposta|Ответ|Odpowiedź|Odpověď|Cevap|答|回答|答案|답|답변)\W{0,4}[:：]/gmu
export const isQuestionsAndAnswers = (text: string): boolean =>
  Math.min(text.match(asked)?.length ?? 0, text.match(replied)?.length ?? 0) >= 2

/** Who says that what the examples show does not exist; whoever hides the names of their own speaks of no examples. */
const examplesOf =
  'examples?|samples?|Beispiel\\p{L}*|exemples?|ejemplos?|exemplos?|esempi\\p{L}*|voorbeelden?|przykład\\p{L}*|příklad\\p{L}*|пример\\p{L}*|örnek\\p{L}*'
const notReal =
  'fictitious|fictional|fiktiv\\p{L}*|erfunden\\p{L}*|fictifs?|fictives?|fictici[oa]s?|fittizi\\p{L}*|fictie(?:f|ve)|fikcyjn\\p{L}*|smyšlen\\p{L}*|вымышлен\\p{L}*|hayali'
const invented = later(
  `(?<!\\p{L})(?:(?:${examplesOf})(?!\\p{L})[^.\\n]{0,60}(?<!\\p{L})(?:${notReal})|(?:${notReal})(?!\\p{L})[^.\\n]{0,60}(?<!\\p{L})(?:${examplesOf}))(?!\\p{L})|(?:书上|书中|教材|教科書|書籍|책)(?:上|中|里)?(?:的|の|의)? ?(?:例子|示例|例|예)|虚构的?(?:例子|示例|主机)|架空の(?:例|ホスト)`,
  'iu',
)
export const isInvented = (text: string): boolean => invented.test(text)

/** What the first line of a manual or a procedure says. */
const manualTitle =
  /^(?![^\n]*[?？])[^\n]{0,60}?(?<![\p{L}])(?:procedures?|instructions|handbook|manual|user guide|admin(?:istration)? guide|checklist|reference|policy|FAQ|frequently asked|cheat ?sheet|study (?:notes?|guide)|Handbuch|Anleitung|Leitfaden|Verfahren|Checkliste|Richtlinie|procédure|mode d['’]emploi|guide|procedimiento|procedimento|procedura|handleiding|instructie|rutin|vejledning|инструкция|регламент|руководство|instrukcja|poradnik|návod|postup|kılavuz|prosedür)(?![\p{L}])|^[^\n？?]{0,40}(?:知识库|手册|指南|流程|常见问题|学习(?:用|笔记|资料)|規程|手順書|マニュアル|ガイド|よくある質問|学習用|매뉴얼|지침|절차|자주 묻는|학습용)/iu
export const isTitledManual = (text: string): boolean => manualTitle.test(text.slice(0, 400).trimStart())
