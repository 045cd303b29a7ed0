<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChartHover</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckpointTitle</name>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>DetectionWords</name>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong class</source>
        <translation>Falsche Klasse</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Zu früh</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Zerteilt</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Verschmolzen</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>The class is right and the overlap suffices.</source>
        <translation>Die Klasse stimmt, und die Überlappung reicht aus.</translation>
    </message>
    <message>
        <source>It lies on a labelled action of another class.</source>
        <translation>Sie liegt auf einer annotierten Aktion einer anderen Klasse.</translation>
    </message>
    <message>
        <source>The class is right, but it overlaps too little: an edge comes too soon.</source>
        <translation>Die Klasse stimmt, aber die Überlappung ist zu klein: Eine Grenze kommt zu früh.</translation>
    </message>
    <message>
        <source>The class is right, but it overlaps too little: an edge comes too late.</source>
        <translation>Die Klasse stimmt, aber die Überlappung ist zu klein: Eine Grenze kommt zu spät.</translation>
    </message>
    <message>
        <source>One of several parts of a single labelled action.</source>
        <translation>Einer von mehreren Teilen einer einzigen annotierten Aktion.</translation>
    </message>
    <message>
        <source>It covers several labelled actions of its class.</source>
        <translation>Sie überdeckt mehrere annotierte Aktionen ihrer Klasse.</translation>
    </message>
    <message>
        <source>A surer prediction has this labelled action already.</source>
        <translation>Eine sicherere Vorhersage hat diese annotierte Aktion schon getroffen.</translation>
    </message>
    <message>
        <source>Nothing is labelled there.</source>
        <translation>Dort ist nichts annotiert.</translation>
    </message>
    <message>
        <source>No prediction lies on this labelled action.</source>
        <translation>Keine Vorhersage liegt auf dieser annotierten Aktion.</translation>
    </message>
    <message>
        <source>not predicted</source>
        <translation>nicht vorhergesagt</translation>
    </message>
    <message>
        <source>trained on, not predicted</source>
        <translation>Trainingsdaten, nicht vorhergesagt</translation>
    </message>
    <message>
        <source>not held out, not predicted</source>
        <translation>nicht zurückgehalten, nicht vorhergesagt</translation>
    </message>
    <message>
        <source>%1 says nothing of this recording; it speaks of %2 others.</source>
        <translation>%1 sagt nichts zu dieser Aufnahme, aber zu %2 anderen.</translation>
    </message>
    <message>
        <source>%1 was trained on this recording and tested only on those that %2 holds out (%3).</source>
        <translation>%1 wurde auf dieser Aufnahme trainiert und nur auf denen getestet, die %2 zurückhält (%3).</translation>
    </message>
    <message>
        <source>%1 was tested only on the recordings that %2 holds out (%3).</source>
        <translation>%1 wurde nur auf den Aufnahmen getestet, die %2 zurückhält (%3).</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Frames</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>Wieder&amp;herstellen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Clear the selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Search sequences</source>
        <translation>Sequenzen &amp;suchen</translation>
    </message>
</context>
<context>
    <name>Embedding</name>
    <message>
        <source>another program&apos;s map</source>
        <translation>Karte eines anderen Programms</translation>
    </message>
    <message>
        <source>PCA of %1 features</source>
        <translation>PCA von %1 Merkmalen</translation>
    </message>
    <message>
        <source>t-SNE of %1 features, perplexity %2, %3 iterations, seed %4</source>
        <translation>t-SNE von %1 Merkmalen, Perplexität %2, %3 Iterationen, Seed %4</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>%1 % of the neighbours kept</source>
        <translation>%1 % der Nachbarn erhalten</translation>
    </message>
    <message>
        <source>trustworthiness %1</source>
        <translation>Vertrauenswürdigkeit %1</translation>
    </message>
    <message>
        <source>silhouette %1</source>
        <translation>Silhouette %1</translation>
    </message>
    <message>
        <source>1-NN on the map %1 %</source>
        <translation>1-NN auf der Karte %1 %</translation>
    </message>
    <message>
        <source>among the features %1 %</source>
        <translation>unter den Merkmalen %1 %</translation>
    </message>
</context>
<context>
    <name>ErrorSentences</name>
    <message>
        <source>Training diverged: the loss is no longer a usable number</source>
        <translation>Das Training ist divergiert: Der Verlust ist keine brauchbare Zahl mehr</translation>
    </message>
    <message>
        <source>The features collapsed: they lost their variance</source>
        <translation>Die Merkmale sind kollabiert: Sie haben ihre Varianz verloren</translation>
    </message>
    <message>
        <source>%1 is not a device of this machine</source>
        <translation>%1 ist kein Gerät dieses Rechners</translation>
    </message>
    <message>
        <source>The job needs more memory than there is</source>
        <translation>Der Auftrag braucht mehr Speicher, als vorhanden ist</translation>
    </message>
    <message>
        <source>%1 ended unexpectedly</source>
        <translation>%1 endete unerwartet</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not fit the options or the data</source>
        <translation>Der Checkpoint %1 passt nicht zu den Optionen oder den Daten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Kinelens met a fault of its own</source>
        <translation>In Kinelens selbst ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>“%1” cannot be used</source>
        <translation>„%1“ ist so nicht verwendbar</translation>
    </message>
    <message>
        <source>“%1” is needed</source>
        <translation>„%1“ wird benötigt</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The disk is full: %1 was not written</source>
        <translation>Der Datenträger ist voll: %1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>%1 ends too early; it may be the rest of a broken copy</source>
        <translation>%1 endet zu früh, vielleicht der Rest einer abgebrochenen Kopie</translation>
    </message>
    <message>
        <source>%1 holds nothing that can be read here</source>
        <translation>%1 enthält nichts, was sich hier lesen lässt</translation>
    </message>
    <message>
        <source>%1 is malformed</source>
        <translation>%1 ist fehlerhaft aufgebaut</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Kinelens</source>
        <translation>%1 stammt von einer neueren Version von Kinelens</translation>
    </message>
    <message>
        <source>%1 holds a value that is not a number</source>
        <translation>%1 enthält einen Wert, der keine Zahl ist</translation>
    </message>
    <message>
        <source>%1 has another number of joints</source>
        <translation>%1 hat eine andere Anzahl Gelenke</translation>
    </message>
    <message>
        <source>%1 has sizes that do not agree</source>
        <translation>Die Größen in %1 passen nicht zusammen</translation>
    </message>
    <message>
        <source>%1 shows no body</source>
        <translation>%1 zeigt keinen Körper</translation>
    </message>
    <message>
        <source>%1 shows no body in some frames</source>
        <translation>%1 zeigt in manchen Frames keinen Körper</translation>
    </message>
    <message>
        <source>%1 was written or changed by another program and is used as it is</source>
        <translation>%1 wurde von einem anderen Programm geschrieben oder geändert und wird so verwendet, wie es ist</translation>
    </message>
    <message>
        <source>%1 is other data than was worked on</source>
        <translation>%1 enthält andere Daten als die bisher bearbeiteten</translation>
    </message>
    <message>
        <source>%1 has the name of an earlier recording</source>
        <translation>%1 trägt den Namen einer früheren Aufnahme</translation>
    </message>
    <message>
        <source>%1 holds no sequence that can be used</source>
        <translation>%1 enthält keine verwendbare Sequenz</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is</source>
        <translation>%1 gibt es schon und blieb unverändert</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>The job</source>
        <translation>Der Auftrag</translation>
    </message>
    <message>
        <source>Check that the file was not moved or renamed.</source>
        <translation>Prüfen Sie, ob die Datei verschoben oder umbenannt wurde.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>Close the other program, or wait until its job has ended.</source>
        <translation>Schließen Sie das andere Programm oder warten Sie, bis sein Auftrag beendet ist.</translation>
    </message>
    <message>
        <source>Lower the learning rate and resume from the last checkpoint.</source>
        <translation>Senken Sie die Lernrate und setzen Sie beim letzten Checkpoint fort.</translation>
    </message>
    <message>
        <source>Raise the variance weight μ or the batch size.</source>
        <translation>Erhöhen Sie das Varianzgewicht μ oder die Batchgröße.</translation>
    </message>
    <message>
        <source>Lower the batch size or the hidden size.</source>
        <translation>Verringern Sie die Batchgröße oder die verborgene Größe.</translation>
    </message>
    <message>
        <source>Choose the device “auto” or “cpu”.</source>
        <translation>Wählen Sie das Gerät „auto“ oder „cpu“.</translation>
    </message>
    <message>
        <source>Open it with the newer version.</source>
        <translation>Öffnen Sie sie mit der neueren Version.</translation>
    </message>
    <message>
        <source>For text files choose a recipe.</source>
        <translation>Wählen Sie für Textdateien ein Rezept.</translation>
    </message>
    <message>
        <source>%1 does not say its unit</source>
        <translation>%1 nennt keine Einheit</translation>
    </message>
    <message>
        <source>%1 does not say its frame rate</source>
        <translation>%1 nennt keine Bildrate</translation>
    </message>
    <message>
        <source>%1 has another frame rate than the dataset</source>
        <translation>%1 hat eine andere Bildrate als der Datensatz</translation>
    </message>
    <message>
        <source>%1 was read, but not all of it</source>
        <translation>%1 wurde gelesen, aber nicht vollständig</translation>
    </message>
    <message>
        <source>%1 comes in without a class</source>
        <translation>%1 kommt ohne Klasse herein</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is read as it is, but looks wrong</source>
        <translation>%1 wird so gelesen, wie es ist, sieht aber falsch aus</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>95 %: %1 to %2</source>
        <translation>95 %: %1 bis %2</translation>
    </message>
    <message>
        <source>best epoch on the test side</source>
        <translation>beste Epoche auf der Testseite</translation>
    </message>
    <message>
        <source>%1 over %2 repetitions</source>
        <translation>%1 über %2 Wiederholungen</translation>
    </message>
    <message>
        <source>Top-1 %1 (%2)</source>
        <translation>Top-1 %1 (%2)</translation>
    </message>
    <message>
        <source>%1 over %2 folds</source>
        <translation>%1 über %2 Folds</translation>
    </message>
    <message>
        <source>Epoch chosen by: %1</source>
        <translation>Epoche gewählt nach: %1</translation>
    </message>
    <message>
        <source>last epoch %1</source>
        <translation>letzte Epoche %1</translation>
    </message>
    <message>
        <source>best test epoch %1</source>
        <translation>beste Testepoche %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>top-5 %1</source>
        <translation>Top-5 %1</translation>
    </message>
    <message>
        <source>mean of classes %1</source>
        <translation>Mittel der Klassen %1</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 Sequenzen</translation>
    </message>
    <message>
        <source>Approximate search: it found %1 of the exact neighbours of %2 queries</source>
        <translation>Genäherte Suche: Sie fand %1 der exakten Nachbarn von %2 Anfragen</translation>
    </message>
    <message>
        <source>Its members were not made alike: they differ in: %1</source>
        <translation>Die Mitglieder entstanden nicht gleich; sie unterscheiden sich in: %1</translation>
    </message>
    <message>
        <source>Confusion, classes and the list below are of the first repetition: %1</source>
        <translation>Konfusion, Klassen und die Liste unten gehören zur ersten Wiederholung: %1</translation>
    </message>
    <message>
        <source>Beside %1 (top-1 %2): %3 right here alone, %4 there alone; McNemar p = %5</source>
        <translation>Neben %1 (Top-1 %2): %3 nur hier richtig, %4 nur dort; McNemar p = %5</translation>
    </message>
    <message>
        <source>; of the first repetition</source>
        <translation>; der ersten Wiederholung</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>one of %1 values of “%2”</source>
        <translation>einem von %1 Werten von „%2“</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the selection that was to be listed</source>
        <translation>der Auswahl, die aufgelistet werden sollte</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Imported one sequence</source>
        <translation>Eine Sequenz importiert</translation>
    </message>
    <message>
        <source>Imported %1 sequences</source>
        <translation>%1 Sequenzen importiert</translation>
    </message>
    <message>
        <source>with one frame</source>
        <translation>mit einem Frame</translation>
    </message>
    <message>
        <source>with %1 frames</source>
        <translation>mit %1 Frames</translation>
    </message>
    <message>
        <source>%1 of %2 classes</source>
        <translation>%1 von %2 Klassen</translation>
    </message>
    <message>
        <source>one class</source>
        <translation>eine Klasse</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>one subject</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>%1 subjects</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a list and its last part</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was written.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>Nichts wurde importiert. %1</translation>
    </message>
    <message>
        <source>One file was rejected.</source>
        <translation>Eine Datei wurde abgelehnt.</translation>
    </message>
    <message>
        <source>%1 files were rejected.</source>
        <translation>%1 Dateien wurden abgelehnt.</translation>
    </message>
    <message>
        <source>One came with a warning.</source>
        <translation>Bei einer gab es eine Warnung.</translation>
    </message>
    <message>
        <source>%1 came with a warning.</source>
        <translation>Bei %1 gab es eine Warnung.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>One file of another kind was passed over.</source>
        <translation>Eine Datei anderer Art wurde übergangen.</translation>
    </message>
    <message>
        <source>%1 files of other kinds were passed over.</source>
        <translation>%1 Dateien anderer Art wurden übergangen.</translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message>
        <source>%1 holds intervals that end behind their recordings (%2, the first in %3): they were left out, and saving keeps the old file beside it (.bak).</source>
        <translation>%1 enthält Intervalle, die hinter ihren Aufnahmen enden (%2, das erste in %3): Sie wurden ausgelassen, und beim Speichern bleibt die alte Datei daneben erhalten (.bak).</translation>
    </message>
    <message>
        <source>%1 also labels recordings that this dataset does not hold (%2): they stay in it as they are.</source>
        <translation>%1 annotiert auch Aufnahmen, die dieser Datensatz nicht enthält (%2): Sie bleiben darin unverändert.</translation>
    </message>
    <message>
        <source>%1 was made for another content of this dataset: look whether its labels still fit.</source>
        <translation>%1 entstand für einen anderen Inhalt dieses Datensatzes: Prüfen Sie, ob die Labels noch passen.</translation>
    </message>
</context>
<context>
    <name>MapColouring</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no action</source>
        <translation>keine Aktion</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ falsch</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>Richtig oder falsch</translation>
    </message>
    <message>
        <source>Said by the evaluation</source>
        <translation>Aussage der Auswertung</translation>
    </message>
    <message>
        <source>Trust: neighbours kept</source>
        <translation>Güte: erhaltene Nachbarn</translation>
    </message>
    <message>
        <source>Trust: neighbours true</source>
        <translation>Güte: echte Nachbarn</translation>
    </message>
    <message>
        <source>Time in the sequence</source>
        <translation>Zeit in der Sequenz</translation>
    </message>
    <message>
        <source>Duration in s</source>
        <translation>Dauer in s</translation>
    </message>
    <message>
        <source>not in the dataset</source>
        <translation>nicht im Datensatz</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>Coloured by %1. %2.</source>
        <translation>Gefärbt nach %1. %2.</translation>
    </message>
</context>
<context>
    <name>MapSeries</name>
    <message>
        <source>  ·  1 point that one of the maps lacks is left out</source>
        <translation>  ·  1 Punkt, der in einer der Karten fehlt, ist ausgelassen</translation>
    </message>
    <message>
        <source>  ·  %1 points that one of the maps lacks are left out</source>
        <translation>  ·  %1 Punkte, die in einer der Karten fehlen, sind ausgelassen</translation>
    </message>
    <message>
        <source>%1 → %2, %3 %</source>
        <translation>%1 → %2, %3 %</translation>
    </message>
    <message>
        <source>  ·  %1 % of the spread differs from %2 to %3</source>
        <translation>  ·  %1 % der Streuung unterscheiden sich von %2 zu %3</translation>
    </message>
    <message>
        <source>%1 maps of the same points, each turned and scaled onto the one before</source>
        <translation>%1 Karten derselben Punkte, jede auf die vorige gedreht und skaliert</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>%1 frames of %2 sequences, each resampled to %3 frames</source>
        <translation>%1 Frames von %2 Sequenzen, jede auf %3 Frames neu abgetastet</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 Sequenzen</translation>
    </message>
    <message>
        <source>no dataset is open: colours and figures need the one the map was made of</source>
        <translation>kein Datensatz geöffnet: Farben und Kennzahlen brauchen den, aus dem die Karte entstand</translation>
    </message>
    <message>
        <source>1 is not in the open dataset</source>
        <translation>1 ist nicht im geöffneten Datensatz</translation>
    </message>
    <message>
        <source>%1 are not in the open dataset</source>
        <translation>%1 sind nicht im geöffneten Datensatz</translation>
    </message>
    <message>
        <source>%1 hidden by the legend</source>
        <translation>%1 durch die Legende ausgeblendet</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>1 of them is not on this map</source>
        <translation>1 davon ist nicht auf dieser Karte</translation>
    </message>
    <message>
        <source>%1 of them are not on this map</source>
        <translation>%1 davon sind nicht auf dieser Karte</translation>
    </message>
    <message>
        <source>1 sequence of the open dataset is not on the map: it was made without it</source>
        <translation>1 Sequenz des geöffneten Datensatzes ist nicht auf der Karte: Sie entstand ohne sie</translation>
    </message>
    <message>
        <source>%1 sequences of the open dataset are not on the map: it was made without them</source>
        <translation>%1 Sequenzen des geöffneten Datensatzes sind nicht auf der Karte: Sie entstand ohne sie</translation>
    </message>
    <message>
        <source>not in the open dataset</source>
        <translation>nicht im geöffneten Datensatz</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Content of the dataset</source>
        <translation>Inhalt des Datensatzes</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Kind of job</source>
        <translation>Art des Auftrags</translation>
    </message>
    <message>
        <source>Version of Kinelens</source>
        <translation>Version von Kinelens</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Content of the checkpoint</source>
        <translation>Inhalt des Checkpoints</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Content of the features</source>
        <translation>Inhalt der Merkmale</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Changes of training windows</source>
        <translation>Veränderung der Trainingsfenster</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Frames of the recording that are looked at together; they are resampled to the encoder&apos;s frames.</source>
        <translation>Frames der Aufnahme, die gemeinsam betrachtet werden; sie werden auf die Frames des Encoders neu abgetastet.</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>upright: centred and turned about the vertical by the mean of the window&apos;s shoulders; trained: as the checkpoint was trained; released, paper; none: positions as they are.</source>
        <translation>upright: zentriert und um die Senkrechte nach dem Mittel der Schultern im Fenster gedreht; trained: wie der Checkpoint trainiert wurde; released, paper; none: Positionen, wie sie sind.</translation>
    </message>
    <message>
        <source>Training windows</source>
        <translation>Trainingsfenster</translation>
    </message>
    <message>
        <source>random: drawn anew in every epoch, as many as fit at the stride; fixed: those at the stride from the first frame on.</source>
        <translation>random: in jeder Epoche neu gezogen, so viele, wie mit der Schrittweite passen; fixed: die im Abstand der Schrittweite ab dem ersten Frame.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>From one training window to the next; 0: the window&apos;s length, so that they lie side by side.</source>
        <translation>Von einem Trainingsfenster zum nächsten; 0: die Länge des Fensters, sodass sie nebeneinander liegen.</translation>
    </message>
    <message>
        <source>Draws for each</source>
        <translation>Ziehungen je Fenster</translation>
    </message>
    <message>
        <source>Random windows drawn in an epoch for each that fits.</source>
        <translation>Zufällige Fenster, die in einer Epoche für jedes passende gezogen werden.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Dehnung</translation>
    </message>
    <message>
        <source>Random windows are up to so many times shorter or longer; 1: none.</source>
        <translation>Zufällige Fenster sind bis zu so vielfach kürzer oder länger; 1: keine.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegelung</translation>
    </message>
    <message>
        <source>How often left and right are exchanged, also in the names of classes that tell them apart.</source>
        <translation>Wie oft links und rechts vertauscht werden, auch in Namen von Klassen, die sie unterscheiden.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>About the vertical, at most, either way.</source>
        <translation>Um die Senkrechte, höchstens, in beide Richtungen.</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größenänderung</translation>
    </message>
    <message>
        <source>People become smaller or larger by at most this share.</source>
        <translation>Personen werden um höchstens diesen Anteil kleiner oder größer.</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Scherung</translation>
    </message>
    <message>
        <source>Bound of the six factors off the diagonal, as in pretraining.</source>
        <translation>Schranke der sechs Faktoren neben der Diagonalen, wie beim Vortraining.</translation>
    </message>
    <message>
        <source>Weights of classes</source>
        <translation>Klassengewichte</translation>
    </message>
    <message>
        <source>In the loss: none: all frames alike; balanced: classes inversely to their frames; root: by the square root of that.</source>
        <translation>Im Verlust: none: alle Frames gleich; balanced: Klassen umgekehrt zu ihren Frames; root: nach der Wurzel davon.</translation>
    </message>
    <message>
        <source>Weight of the background</source>
        <translation>Gewicht des Hintergrunds</translation>
    </message>
    <message>
        <source>Of frames outside all intervals, beside the classes&apos;.</source>
        <translation>Der Frames außerhalb aller Intervalle, neben dem der Klassen.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Share of the truth that is spread over all classes.</source>
        <translation>Anteil der Wahrheit, der über alle Klassen verteilt wird.</translation>
    </message>
    <message>
        <source>Shortest against median</source>
        <translation>Kürzestes zum Median</translation>
    </message>
    <message>
        <source>Each class&apos;s intervals must have this share of its median length in training; 0, or lengths per class: as they say.</source>
        <translation>Die Intervalle jeder Klasse müssen diesen Anteil ihrer Medianlänge im Training haben; bei 0 oder Längen je Klasse gelten jene.</translation>
    </message>
    <message>
        <source>Encoder&apos;s share of the rate</source>
        <translation>Anteil des Encoders an der Rate</translation>
    </message>
    <message>
        <source>1: the whole model learns alike; 0: the encoder stays frozen and the classifier alone learns.</source>
        <translation>1: Das ganze Modell lernt gleich; 0: Der Encoder bleibt eingefroren, und nur der Klassifikator lernt.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Of the descent.</source>
        <translation>Des Abstiegs.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training windows.</source>
        <translation>Durchgänge durch die Trainingsfenster.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>At its highest.</source>
        <translation>An ihrem höchsten Punkt.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>cosine: rises over the first twentieth of the steps and falls to nothing; constant: stays.</source>
        <translation>cosine: steigt über das erste Zwanzigstel der Schritte und fällt auf null; constant: bleibt.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Of sgd: the share of the last step that is kept.</source>
        <translation>Von sgd: der Anteil des letzten Schritts, der bleibt.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>L2 penalty added to the gradient.</source>
        <translation>L2-Strafe, zum Gradienten addiert.</translation>
    </message>
    <message>
        <source>DropPath</source>
        <translation>DropPath</translation>
    </message>
    <message>
        <source>As in the checkpoint&apos;s pretraining; otherwise none.</source>
        <translation>Wie im Vortraining des Checkpoints, sonst keines.</translation>
    </message>
    <message>
        <source>Encoder from scratch</source>
        <translation>Encoder ohne Vortraining</translation>
    </message>
    <message>
        <source>The preset of `pretrain` whose encoder begins untrained where there is no checkpoint.</source>
        <translation>Die Voreinstellung von `pretrain`, deren Encoder untrainiert beginnt, wo es keinen Checkpoint gibt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Of every draw.</source>
        <translation>Jeder Ziehung.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Checkpoint alle</translation>
    </message>
    <message>
        <source>A run that was stopped goes on from there.</source>
        <translation>Ein gestoppter Lauf macht dort weiter.</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Overlap of windows</source>
        <translation>Überlappung der Fenster</translation>
    </message>
    <message>
        <source>The share of a window that the next covers again; the scores of both are averaged.</source>
        <translation>Der Anteil eines Fensters, den das nächste noch einmal überdeckt; die Werte beider werden gemittelt.</translation>
    </message>
    <message>
        <source>Weights within a window</source>
        <translation>Gewichte im Fenster</translation>
    </message>
    <message>
        <source>centre: a frame counts the more the further it is from the window&apos;s ends; equal: all frames alike.</source>
        <translation>centre: Ein Frame zählt umso mehr, je weiter er von den Fensterenden liegt; equal: alle Frames gleich.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Windows that go through together.</source>
        <translation>Fenster, die gemeinsam durchlaufen.</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N.</source>
        <translation>auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes all cores.</source>
        <translation>Prozessor-Threads; 0 nimmt alle Kerne.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Abstieg</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>tsne keeps neighbours together, pca shows the two directions of greatest variance.</source>
        <translation>tsne hält Nachbarn zusammen, pca zeigt die zwei Richtungen größter Varianz.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>instance: temporal and spatial together; projection: after the projector; frames: one point a frame, of dense features.</source>
        <translation>instance: zeitlich und räumlich zusammen; projection: nach dem Projektor; frames: ein Punkt je Frame, aus dichten Merkmalen.</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Array to take from a file of another program; empty: its only matrix of numbers.</source>
        <translation>Das Array aus der Datei eines anderen Programms; leer: ihre einzige Zahlenmatrix.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Between features.</source>
        <translation>Zwischen Merkmalen.</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>How many neighbours each point keeps close, smoothly counted.</source>
        <translation>Wie viele Nachbarn jeder Punkt nahe hält, fließend gezählt.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Of gradient descent, all in all.</source>
        <translation>Des Gradientenabstiegs, insgesamt.</translation>
    </message>
    <message>
        <source>0: points divided by the early exaggeration, at least 200.</source>
        <translation>0: Punkte durch frühe Überhöhung, mindestens 200.</translation>
    </message>
    <message>
        <source>Early exaggeration</source>
        <translation>Frühe Überhöhung</translation>
    </message>
    <message>
        <source>What attraction is multiplied by at first, so that clusters form.</source>
        <translation>Womit die Anziehung anfangs multipliziert wird, damit sich Haufen bilden.</translation>
    </message>
    <message>
        <source>Exaggerated iterations</source>
        <translation>Überhöhte Iterationen</translation>
    </message>
    <message>
        <source>How long; none where a map is started from.</source>
        <translation>Wie lange; keine, wenn von einer Karte aus begonnen wird.</translation>
    </message>
    <message>
        <source>Early momentum</source>
        <translation>Frühes Momentum</translation>
    </message>
    <message>
        <source>Share of the last step that is kept while exaggerated.</source>
        <translation>Anteil des letzten Schritts, der während der Überhöhung bleibt.</translation>
    </message>
    <message>
        <source>Share of the last step that is kept after.</source>
        <translation>Anteil des letzten Schritts, der danach bleibt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>map: where an earlier map has the points; resume: an interrupted one goes on as if it had not been.</source>
        <translation>map: wo eine frühere Karte die Punkte hat; resume: Eine unterbrochene macht weiter, als wäre nichts gewesen.</translation>
    </message>
    <message>
        <source>Earlier map</source>
        <translation>Frühere Karte</translation>
    </message>
    <message>
        <source>Embedding file that map and resume start from.</source>
        <translation>Einbettungsdatei, von der map und resume ausgehen.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>auto: exact up to 150,000 points; approximate: by a graph, with its measured recall.</source>
        <translation>auto: exakt bis 150 000 Punkte; approximate: über einen Graphen, mit gemessenem Recall.</translation>
    </message>
    <message>
        <source>Repulsion</source>
        <translation>Abstoßung</translation>
    </message>
    <message>
        <source>auto: exact up to 1,000 points and on a GPU, Barnes-Hut up to 2,000, above on a grid by Fourier transforms (fft), as was measured to be fastest.</source>
        <translation>auto: exakt bis 1 000 Punkte und auf einer GPU, Barnes-Hut bis 2 000, darüber auf einem Gitter mit Fouriertransformationen (fft), wie es gemessen am schnellsten war.</translation>
    </message>
    <message>
        <source>Opening angle</source>
        <translation>Öffnungswinkel</translation>
    </message>
    <message>
        <source>Of Barnes-Hut: 0 is exact, greater is faster.</source>
        <translation>Von Barnes-Hut: 0 ist exakt, größer ist schneller.</translation>
    </message>
    <message>
        <source>Trust figures</source>
        <translation>Gütewerte</translation>
    </message>
    <message>
        <source>all: neighbourhood preservation and trustworthiness, which compares all pairs; auto: all where the neighbours are exact.</source>
        <translation>all: erhaltene Nachbarschaft und Vertrauenswürdigkeit, die alle Paare vergleicht; auto: all, wo die Nachbarn exakt sind.</translation>
    </message>
    <message>
        <source>Neighbours of trust</source>
        <translation>Nachbarn der Gütewerte</translation>
    </message>
    <message>
        <source>How many the trust figures look at.</source>
        <translation>Wie viele die Gütewerte betrachten.</translation>
    </message>
    <message>
        <source>Snapshot every</source>
        <translation>Zwischenstand alle</translation>
    </message>
    <message>
        <source>How often the run folder gets the map as it is; 0: never.</source>
        <translation>Wie oft der Laufordner die Karte im jetzigen Stand erhält; 0: nie.</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>The same seed gives the same map.</source>
        <translation>Derselbe Seed ergibt dieselbe Karte.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N; a GPU computes all pairs.</source>
        <translation>auto, cpu, cuda oder cuda:N; eine GPU berechnet alle Paare.</translation>
    </message>
    <message>
        <source>Approximate search</source>
        <translation>Genäherte Suche</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Standardise features</source>
        <translation>Merkmale standardisieren</translation>
    </message>
    <message>
        <source>Mean 0 and deviation 1 of each feature on the training side.</source>
        <translation>Mittel 0 und Streuung 1 jedes Merkmals auf der Trainingsseite.</translation>
    </message>
    <message>
        <source>Neighbours that vote</source>
        <translation>Abstimmende Nachbarn</translation>
    </message>
    <message>
        <source>Of equally many votes the smallest label wins.</source>
        <translation>Bei Stimmengleichheit gewinnt das kleinste Label.</translation>
    </message>
    <message>
        <source>Between features, before the projectors.</source>
        <translation>Zwischen Merkmalen, vor den Projektoren.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>approximate: by a graph, with its measured recall.</source>
        <translation>approximate: über einen Graphen, mit gemessenem Recall.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Of each row to others.</source>
        <translation>Jeder Zeile zu anderen.</translation>
    </message>
    <message>
        <source>Effort of building</source>
        <translation>Aufwand beim Aufbau</translation>
    </message>
    <message>
        <source>Candidates looked at for each row&apos;s links.</source>
        <translation>Für die Verbindungen jeder Zeile betrachtete Kandidaten.</translation>
    </message>
    <message>
        <source>Effort of searching</source>
        <translation>Aufwand bei der Suche</translation>
    </message>
    <message>
        <source>Candidates looked at for each query.</source>
        <translation>Für jede Anfrage betrachtete Kandidaten.</translation>
    </message>
    <message>
        <source>Of every draw: splits, order, initial weights, intervals.</source>
        <translation>Jeder Ziehung: Aufteilung, Reihenfolge, Anfangsgewichte, Intervalle.</translation>
    </message>
    <message>
        <source>Label fraction</source>
        <translation>Anteil annotierter</translation>
    </message>
    <message>
        <source>Share of the training side that is labelled, drawn by name and seed; rounded down.</source>
        <translation>Annotierter Anteil der Trainingsseite, nach Namen und Seed gezogen; abgerundet.</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Each with a subset and an order of its own.</source>
        <translation>Jede mit eigener Teilmenge und Reihenfolge.</translation>
    </message>
    <message>
        <source>Shortest training crop</source>
        <translation>Kürzester Trainingsausschnitt</translation>
    </message>
    <message>
        <source>As a share of the sequence.</source>
        <translation>Als Anteil der Sequenz.</translation>
    </message>
    <message>
        <source>Longest training crop</source>
        <translation>Längster Trainingsausschnitt</translation>
    </message>
    <message>
        <source>Test crop</source>
        <translation>Testausschnitt</translation>
    </message>
    <message>
        <source>The middle of the sequence that is tested.</source>
        <translation>Die Mitte der Sequenz, die getestet wird.</translation>
    </message>
    <message>
        <source>One a member, separated by commas; without them all weigh the same.</source>
        <translation>Eines je Mitglied, durch Kommas getrennt; ohne sie wiegen alle gleich.</translation>
    </message>
    <message>
        <source>Map of weights</source>
        <translation>Karte der Gewichte</translation>
    </message>
    <message>
        <source>The accuracy over all mixes of weights.</source>
        <translation>Die Genauigkeit über allen Mischungen der Gewichte.</translation>
    </message>
    <message>
        <source>Step of the map</source>
        <translation>Schritt der Karte</translation>
    </message>
    <message>
        <source>Between one mix and the next.</source>
        <translation>Zwischen einer Mischung und der nächsten.</translation>
    </message>
    <message>
        <source>trained: as the checkpoint was trained; released, paper, upright; none: positions as they are.</source>
        <translation>trained: wie der Checkpoint trainiert wurde; released, paper, upright; none: Positionen, wie sie sind.</translation>
    </message>
    <message>
        <source>Dense features</source>
        <translation>Dichte Merkmale</translation>
    </message>
    <message>
        <source>Also one row a frame and one a joint.</source>
        <translation>Auch eine Zeile je Frame und eine je Gelenk.</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>Also what the projector makes of the instance: the space of the objective.</source>
        <translation>Auch, was der Projektor aus der Instanz macht: der Raum der Zielfunktion.</translation>
    </message>
    <message>
        <source>Sequences that go through the encoder together.</source>
        <translation>Sequenzen, die gemeinsam durch den Encoder laufen.</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Which epoch counts</source>
        <translation>Welche Epoche zählt</translation>
    </message>
    <message>
        <source>Passes over the labelled samples.</source>
        <translation>Durchgänge durch die annotierten Beispiele.</translation>
    </message>
    <message>
        <source>Samples per step; 0 takes all of them in one.</source>
        <translation>Beispiele je Schritt; 0 nimmt alle auf einmal.</translation>
    </message>
    <message>
        <source>Of gradient descent, before the schedule.</source>
        <translation>Des Gradientenabstiegs, vor dem Zeitplan.</translation>
    </message>
    <message>
        <source>Rate drops at epochs</source>
        <translation>Rate fällt bei Epochen</translation>
    </message>
    <message>
        <source>Epochs, counted from 0 and separated by commas, from which the rate is multiplied by the drop factor.</source>
        <translation>Epochen, ab 0 gezählt und durch Kommas getrennt, ab denen die Rate mit dem Fallfaktor multipliziert wird.</translation>
    </message>
    <message>
        <source>Drop factor</source>
        <translation>Fallfaktor</translation>
    </message>
    <message>
        <source>What a drop multiplies the rate by.</source>
        <translation>Womit die Rate dabei multipliziert wird.</translation>
    </message>
    <message>
        <source>Share of the last step that is kept.</source>
        <translation>Anteil des letzten Schritts, der bleibt.</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Gewählt nach</translation>
    </message>
    <message>
        <source>validation: the best epoch on samples held out of the training side; last: the last epoch; test: the best epoch on the test side, as papers report it.</source>
        <translation>validation: die beste Epoche auf zurückgehaltenen Beispielen der Trainingsseite; last: die letzte Epoche; test: die beste Epoche auf der Testseite, wie in Veröffentlichungen.</translation>
    </message>
    <message>
        <source>Held out for validation</source>
        <translation>Zurückgehalten zur Validierung</translation>
    </message>
    <message>
        <source>Share of each class of the training side, drawn by name.</source>
        <translation>Anteil jeder Klasse der Trainingsseite, nach Namen gezogen.</translation>
    </message>
    <message>
        <source>Test every</source>
        <translation>Test alle</translation>
    </message>
    <message>
        <source>How often accuracies are measured; the last epoch always is.</source>
        <translation>Wie oft Genauigkeiten gemessen werden; die letzte Epoche immer.</translation>
    </message>
    <message>
        <source>Encoded together</source>
        <translation>Zugleich kodiert</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>What the network sees: joint positions, bone vectors or joint displacements from frame to frame.</source>
        <translation>Was das Netz sieht: Gelenkpositionen, Knochenvektoren oder Verschiebungen der Gelenke von Frame zu Frame.</translation>
    </message>
    <message>
        <source>released: centred and shoulders turned onto x; paper: spine turned onto z as well; upright: centred and turned about the vertical alone, to face one way; none: positions as they are.</source>
        <translation>released: zentriert und Schultern auf x gedreht; paper: auch die Wirbelsäule auf z gedreht; upright: zentriert und nur um die Senkrechte gedreht, in eine Blickrichtung; none: Positionen, wie sie sind.</translation>
    </message>
    <message>
        <source>Frames per view</source>
        <translation>Frames je Ansicht</translation>
    </message>
    <message>
        <source>Every crop is resampled to this many frames.</source>
        <translation>Jeder Ausschnitt wird auf so viele Frames neu abgetastet.</translation>
    </message>
    <message>
        <source>Bodies</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>At most this many bodies of a recording are used; fewer if the dataset holds fewer.</source>
        <translation>Höchstens so viele Körper einer Aufnahme werden genutzt; weniger, wenn der Datensatz weniger enthält.</translation>
    </message>
    <message>
        <source>A sample is</source>
        <translation>Ein Beispiel ist</translation>
    </message>
    <message>
        <source>A whole sequence, one labelled interval of it, or a window.</source>
        <translation>Eine ganze Sequenz, ein annotiertes Intervall daraus oder ein Fenster.</translation>
    </message>
    <message>
        <source>Length of a window, with windows as samples.</source>
        <translation>Länge eines Fensters, wenn Fenster die Beispiele sind.</translation>
    </message>
    <message>
        <source>Window stride</source>
        <translation>Fensterschrittweite</translation>
    </message>
    <message>
        <source>Frames from one window&apos;s start to the next.</source>
        <translation>Frames vom Beginn eines Fensters zum nächsten.</translation>
    </message>
    <message>
        <source>Views per sequence</source>
        <translation>Ansichten je Sequenz</translation>
    </message>
    <message>
        <source>Independently augmented copies of each sequence.</source>
        <translation>Unabhängig augmentierte Kopien jeder Sequenz.</translation>
    </message>
    <message>
        <source>Shortest crop</source>
        <translation>Kürzester Ausschnitt</translation>
    </message>
    <message>
        <source>Smallest part of a sequence that a crop may hold.</source>
        <translation>Kleinster Teil einer Sequenz, den ein Ausschnitt enthalten darf.</translation>
    </message>
    <message>
        <source>Shortest crop in frames</source>
        <translation>Kürzester Ausschnitt in Frames</translation>
    </message>
    <message>
        <source>No crop is shorter. With 64 clips of up to 64 frames are never cut; lower it for short clips.</source>
        <translation>Kein Ausschnitt ist kürzer. Bei 64 werden Clips bis 64 Frames nie beschnitten; für kurze Clips senken.</translation>
    </message>
    <message>
        <source>Joint corruption</source>
        <translation>Gelenkstörung</translation>
    </message>
    <message>
        <source>Probability that a view&apos;s joints are corrupted; otherwise the view is sheared.</source>
        <translation>Wahrscheinlichkeit, dass die Gelenke einer Ansicht gestört werden; sonst wird die Ansicht geschert.</translation>
    </message>
    <message>
        <source>Corrupted joints</source>
        <translation>Gestörte Gelenke</translation>
    </message>
    <message>
        <source>Share of the joints that a corruption touches (15 of 25).</source>
        <translation>Anteil der Gelenke, die eine Störung trifft (15 von 25).</translation>
    </message>
    <message>
        <source>Zeroed rather than mixed</source>
        <translation>Genullt statt gemischt</translation>
    </message>
    <message>
        <source>Probability that corrupted joints are set to zero; otherwise a random matrix mixes their coordinates.</source>
        <translation>Wahrscheinlichkeit, dass gestörte Gelenke auf null gesetzt werden; sonst mischt eine Zufallsmatrix ihre Koordinaten.</translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation>Amplitude</translation>
    </message>
    <message>
        <source>Entries of the mixing matrix and of the shear are drawn from ± this.</source>
        <translation>Einträge der Mischmatrix und der Scherung werden aus ± diesem Wert gezogen.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>dste: dense spatio-temporal encoder; sttr: the plain two-stream Transformer baseline.</source>
        <translation>dste: dichter raumzeitlicher Encoder; sttr: der einfache Zwei-Strom-Transformer zum Vergleich.</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Verborgene Größe</translation>
    </message>
    <message>
        <source>Width of every token. Cost grows with its square.</source>
        <translation>Breite jedes Tokens. Der Aufwand wächst mit ihrem Quadrat.</translation>
    </message>
    <message>
        <source>Layers per stream</source>
        <translation>Schichten je Strom</translation>
    </message>
    <message>
        <source>Encoder layers in each of the two streams.</source>
        <translation>Encoder-Schichten in jedem der zwei Ströme.</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Attention-Köpfe</translation>
    </message>
    <message>
        <source>Must divide the hidden size.</source>
        <translation>Muss die verborgene Größe teilen.</translation>
    </message>
    <message>
        <source>Shift gap</source>
        <translation>Shift-Abstand</translation>
    </message>
    <message>
        <source>DenseShift treats every gap-th position differently.</source>
        <translation>DenseShift behandelt jede sovielte Position anders.</translation>
    </message>
    <message>
        <source>Weight of CA</source>
        <translation>Gewicht der CA</translation>
    </message>
    <message>
        <source>A layer gives α·CA(x) + (1 − α)·DSA(x).</source>
        <translation>Eine Schicht ergibt α·CA(x) + (1 − α)·DSA(x).</translation>
    </message>
    <message>
        <source>Drop path</source>
        <translation>Drop-Path</translation>
    </message>
    <message>
        <source>Probability that a residual branch of a sample is dropped in training.</source>
        <translation>Wahrscheinlichkeit, dass ein Residualzweig eines Beispiels im Training entfällt.</translation>
    </message>
    <message>
        <source>Shift form</source>
        <translation>Form des Shifts</translation>
    </message>
    <message>
        <source>released: every gap-th position keeps its own feature; paper: every gap-th position takes the mixed one.</source>
        <translation>released: Jede sovielte Position behält ihr eigenes Merkmal; paper: Jede sovielte Position nimmt das gemischte.</translation>
    </message>
    <message>
        <source>Biases of W₁ and W₂</source>
        <translation>Bias von W₁ und W₂</translation>
    </message>
    <message>
        <source>Whether the mixing along the length has biases.</source>
        <translation>Ob die Mischung entlang der Länge Bias-Terme hat.</translation>
    </message>
    <message>
        <source>DSA branches</source>
        <translation>DSA-Zweige</translation>
    </message>
    <message>
        <source>How the two branches of dense shift attention are joined.</source>
        <translation>Wie die zwei Zweige der Dense Shift Attention verbunden werden.</translation>
    </message>
    <message>
        <source>CA convolution</source>
        <translation>CA-Faltung</translation>
    </message>
    <message>
        <source>pointwise: dense, kernel 1, with ReLU (released); depthwise: a channel&apos;s own neighbours, no ReLU (paper).</source>
        <translation>pointwise: dicht, Kern 1, mit ReLU (released); depthwise: die eigenen Nachbarn eines Kanals, ohne ReLU (paper).</translation>
    </message>
    <message>
        <source>CA kernel</source>
        <translation>CA-Kern</translation>
    </message>
    <message>
        <source>Width of the depthwise convolution; odd.</source>
        <translation>Breite der kanalweisen Faltung; ungerade.</translation>
    </message>
    <message>
        <source>CA residuals</source>
        <translation>CA-Residuen</translation>
    </message>
    <message>
        <source>released: attention is added to x, no residual around the FFN; paper: both blocks are residual.</source>
        <translation>released: Attention wird zu x addiert, kein Residuum um das FFN; paper: Beide Blöcke sind residual.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>decorrelation: USDRL, no negatives; contrastive: the baseline with negatives, a momentum encoder and a memory bank.</source>
        <translation>decorrelation: USDRL, ohne Negative; contrastive: die Vergleichsmethode mit Negativen, Momentum-Encoder und Speicherbank.</translation>
    </message>
    <message>
        <source>Similarity form</source>
        <translation>Form der Ähnlichkeit</translation>
    </message>
    <message>
        <source>released: squared distances, the last view treated apart; paper: mean distance to the centre of all views.</source>
        <translation>released: quadrierte Abstände, die letzte Ansicht gesondert; paper: mittlerer Abstand zur Mitte aller Ansichten.</translation>
    </message>
    <message>
        <source>Similarity weight</source>
        <translation>Ähnlichkeitsgewicht</translation>
    </message>
    <message>
        <source>Pulls the views of one sequence together.</source>
        <translation>Zieht die Ansichten einer Sequenz zusammen.</translation>
    </message>
    <message>
        <source>Invariance form</source>
        <translation>Form der Invarianz</translation>
    </message>
    <message>
        <source>squared: (1 − R)² over pairs of views (released); linear: 1 − R (paper).</source>
        <translation>squared: (1 − R)² über Paare von Ansichten (released); linear: 1 − R (paper).</translation>
    </message>
    <message>
        <source>Invariance weight</source>
        <translation>Invarianzgewicht</translation>
    </message>
    <message>
        <source>Pulls each dimension&apos;s correlation between views to one.</source>
        <translation>Zieht die Korrelation jeder Dimension zwischen Ansichten gegen eins.</translation>
    </message>
    <message>
        <source>Variance form</source>
        <translation>Form der Varianz</translation>
    </message>
    <message>
        <source>Whether ε stands inside the root (released) or outside (paper).</source>
        <translation>Ob ε in der Wurzel steht (released) oder außerhalb (paper).</translation>
    </message>
    <message>
        <source>Variance weight</source>
        <translation>Varianzgewicht</translation>
    </message>
    <message>
        <source>Keeps every dimension&apos;s deviation above its target: guards against collapse.</source>
        <translation>Hält die Streuung jeder Dimension über ihrem Ziel: schützt vor dem Kollaps.</translation>
    </message>
    <message>
        <source>Variance target</source>
        <translation>Varianzziel</translation>
    </message>
    <message>
        <source>Standard deviation each dimension should reach.</source>
        <translation>Standardabweichung, die jede Dimension erreichen soll.</translation>
    </message>
    <message>
        <source>Variance epsilon</source>
        <translation>Varianz-Epsilon</translation>
    </message>
    <message>
        <source>Small number beside the variance.</source>
        <translation>Kleine Zahl neben der Varianz.</translation>
    </message>
    <message>
        <source>Covariance weight</source>
        <translation>Kovarianzgewicht</translation>
    </message>
    <message>
        <source>Decorrelates the dimensions within a view.</source>
        <translation>Dekorreliert die Dimensionen innerhalb einer Ansicht.</translation>
    </message>
    <message>
        <source>Cross-correlation weight</source>
        <translation>Kreuzkorrelationsgewicht</translation>
    </message>
    <message>
        <source>Decorrelates different dimensions between views.</source>
        <translation>Dekorreliert verschiedene Dimensionen zwischen Ansichten.</translation>
    </message>
    <message>
        <source>Weight of the streams</source>
        <translation>Gewicht der Ströme</translation>
    </message>
    <message>
        <source>Weight of the temporal and spatial domains beside the instance domain.</source>
        <translation>Gewicht der zeitlichen und räumlichen Domäne neben der Instanz-Domäne.</translation>
    </message>
    <message>
        <source>Standardisation epsilon</source>
        <translation>Standardisierungs-Epsilon</translation>
    </message>
    <message>
        <source>Keeps a dimension without variance from making the loss NaN; 0 as published.</source>
        <translation>Verhindert, dass eine Dimension ohne Varianz den Verlust zu NaN macht; 0 wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Of the contrastive objective: similarities are divided by it.</source>
        <translation>Der kontrastiven Zielfunktion: Ähnlichkeiten werden durch sie geteilt.</translation>
    </message>
    <message>
        <source>Encoder momentum</source>
        <translation>Encoder-Momentum</translation>
    </message>
    <message>
        <source>Of the contrastive objective: how much of the momentum encoder a step keeps.</source>
        <translation>Der kontrastiven Zielfunktion: wie viel vom Momentum-Encoder ein Schritt behält.</translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation>Speicherbank</translation>
    </message>
    <message>
        <source>Of the contrastive objective: past sequences kept as negatives.</source>
        <translation>Der kontrastiven Zielfunktion: frühere Sequenzen, als Negative aufbewahrt.</translation>
    </message>
    <message>
        <source>Probe while training</source>
        <translation>Probe beim Training</translation>
    </message>
    <message>
        <source>Passes over all sequences.</source>
        <translation>Durchgänge durch alle Sequenzen.</translation>
    </message>
    <message>
        <source>Sequences per optimiser step. The last, smaller batch of an epoch is used too.</source>
        <translation>Sequenzen je Optimierungsschritt. Der letzte, kleinere Batch einer Epoche zählt auch.</translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>Teilgröße</translation>
    </message>
    <message>
        <source>Sequences that go through the encoder at a time; 0 takes the whole batch. Smaller chunks need less memory and a second pass; the gradient is that of the whole batch.</source>
        <translation>Sequenzen, die zugleich durch den Encoder laufen; 0 nimmt den ganzen Batch. Kleinere Teile brauchen weniger Speicher und einen zweiten Durchlauf; der Gradient ist der des ganzen Batches.</translation>
    </message>
    <message>
        <source>Of Adam, before the schedule.</source>
        <translation>Von Adam, vor dem Zeitplan.</translation>
    </message>
    <message>
        <source>L2 penalty added to the gradient of every parameter.</source>
        <translation>L2-Strafe, zum Gradienten jedes Parameters addiert.</translation>
    </message>
    <message>
        <source>Same seed, data and options: same numbers on the CPU.</source>
        <translation>Gleicher Seed, gleiche Daten und Optionen: gleiche Zahlen auf der CPU.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s arithmetic on a GPU; the loss is always float32. The processor knows float32 and bf16.</source>
        <translation>Des Encoders auf einer GPU; der Verlust ist immer float32. Der Prozessor kennt float32 und bf16.</translation>
    </message>
    <message>
        <source>Processor threads for the model; 0 takes all cores.</source>
        <translation>Prozessor-Threads für das Modell; 0 nimmt alle Kerne.</translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation>Lade-Threads</translation>
    </message>
    <message>
        <source>Threads that read and augment beside the model.</source>
        <translation>Threads, die neben dem Modell lesen und augmentieren.</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>Protokollieren alle</translation>
    </message>
    <message>
        <source>Steps between two points of the curves.</source>
        <translation>Schritte zwischen zwei Punkten der Kurven.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Epochs between checkpoints. The last epoch always makes one.</source>
        <translation>Epochen zwischen Checkpoints. Die letzte Epoche schreibt immer einen.</translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation>Checkpoints behalten</translation>
    </message>
    <message>
        <source>The newest that are kept, beside the best.</source>
        <translation>Die neuesten, die bleiben, neben dem besten.</translation>
    </message>
    <message>
        <source>Abort above</source>
        <translation>Abbruch über</translation>
    </message>
    <message>
        <source>A loss above this ends the run as diverged.</source>
        <translation>Ein Verlust darüber beendet den Lauf als divergiert.</translation>
    </message>
    <message>
        <source>Collapse threshold</source>
        <translation>Kollapsschwelle</translation>
    </message>
    <message>
        <source>Features whose mean standard deviation stays below this have collapsed; 0 switches the check off.</source>
        <translation>Merkmale, deren mittlere Standardabweichung darunter bleibt, sind kollabiert; 0 schaltet die Prüfung ab.</translation>
    </message>
    <message>
        <source>Collapse checks</source>
        <translation>Kollapsprüfungen</translation>
    </message>
    <message>
        <source>Logged points in a row below the threshold that end the run.</source>
        <translation>Aufeinanderfolgende Punkte unter der Schwelle, die den Lauf beenden.</translation>
    </message>
    <message>
        <source>Probe every</source>
        <translation>Probe alle</translation>
    </message>
    <message>
        <source>A linear probe and the nearest neighbour are measured before the first and after every so many epochs; 0: never. Costs one pass of the encoder over all labelled sequences; changes nothing that is learned.</source>
        <translation>Lineare Probe und nächster Nachbar werden vor der ersten und nach jeweils so vielen Epochen gemessen; 0: nie. Kostet einen Durchlauf des Encoders über alle annotierten Sequenzen; ändert nichts am Gelernten.</translation>
    </message>
    <message>
        <source>Held-out split</source>
        <translation>Zurückgehaltene Seite</translation>
    </message>
    <message>
        <source>A protocol with one split, such as folds:subject/4#0. Empty: the run&apos;s own, and random:0.8 where it trains on all sequences.</source>
        <translation>Ein Protokoll mit einer Aufteilung, etwa folds:subject/4#0. Leer: das des Laufs, und random:0.8, wo auf allen Sequenzen trainiert wird.</translation>
    </message>
    <message>
        <source>Scores to intervals</source>
        <translation>Werte zu Intervallen</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>classes: each class above its threshold by itself; gate: where it is not background, the class with the highest mean; windows: runs of the best class that may have holes.</source>
        <translation>classes: jede Klasse für sich über ihrer Schwelle; gate: wo kein Hintergrund ist, die Klasse mit dem höchsten Mittel; windows: Folgen der besten Klasse, auch mit Lücken.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Half the window of a mean over time; 0: none.</source>
        <translation>Halbes Fenster eines Mittels über die Zeit; 0: keines.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>An interval holds a frame whose score is above this.</source>
        <translation>Ein Intervall enthält einen Frame, dessen Wert darüber liegt.</translation>
    </message>
    <message>
        <source>Threshold to stay</source>
        <translation>Bleibeschwelle</translation>
    </message>
    <message>
        <source>It reaches as far as the score stays above this; counts where it is below the threshold.</source>
        <translation>Es reicht so weit, wie der Wert darüber bleibt; zählt, wo sie unter der Schwelle liegt.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Route gate: one minus the background&apos;s score is at least this.</source>
        <translation>Weg gate: Eins minus Wert des Hintergrunds ist mindestens dies.</translation>
    </message>
    <message>
        <source>Route windows: the step by which a run grows.</source>
        <translation>Weg windows: der Schritt, um den eine Folge wächst.</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Kleines Fenster</translation>
    </message>
    <message>
        <source>Route windows: the step by which its end draws back.</source>
        <translation>Weg windows: der Schritt, um den ihr Ende zurückweicht.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Route windows: the share of a window that shows the class.</source>
        <translation>Weg windows: der Anteil eines Fensters, der die Klasse zeigt.</translation>
    </message>
    <message>
        <source>Merge over</source>
        <translation>Verschmelzen bis</translation>
    </message>
    <message>
        <source>Intervals of a class with at most so many frames between them become one.</source>
        <translation>Intervalle einer Klasse mit höchstens so vielen Frames dazwischen werden eins.</translation>
    </message>
    <message>
        <source>Minimum length</source>
        <translation>Mindestlänge</translation>
    </message>
    <message>
        <source>Shorter intervals are dropped.</source>
        <translation>Kürzere Intervalle entfallen.</translation>
    </message>
    <message>
        <source>Per class</source>
        <translation>Je Klasse</translation>
    </message>
    <message>
        <source>Minimum lengths of single classes, counted from 1: 3:12,7:20.</source>
        <translation>Mindestlängen einzelner Klassen, ab 1 gezählt: 3:12,7:20.</translation>
    </message>
    <message>
        <source>Suppression</source>
        <translation>Unterdrückung</translation>
    </message>
    <message>
        <source>Of intervals that overlap only the most confident stays: of one class, or of all.</source>
        <translation>Von überlappenden Intervallen bleibt nur das sicherste: einer Klasse oder aller.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Overlap above which they are rivals.</source>
        <translation>Überlappung, ab der sie Rivalen sind.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of files; auto decides by their names and endings.</source>
        <translation>Art der Dateien; auto entscheidet nach Namen und Endung.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>How text or array files are laid out: a built-in name (precog2016, ui_prmd) or a JSON file.</source>
        <translation>Wie Text- oder Array-Dateien aufgebaut sind: ein eingebauter Name (precog2016, ui_prmd) oder eine JSON-Datei.</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Skelett</translation>
    </message>
    <message>
        <source>Axes of arrays</source>
        <translation>Achsen von Arrays</translation>
    </message>
    <message>
        <source>Their order: t frames, m bodies, v joints, c coordinates, such as tvc or ctvm; empty: told by the shape where that leaves no doubt.</source>
        <translation>Ihre Reihenfolge: t Bilder, m Körper, v Gelenke, c Koordinaten, etwa tvc oder ctvm; leer: nach der Form, wo diese keinen Zweifel lässt.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>A list of recordings to leave out, one name a line.</source>
        <translation>Eine Liste auszulassender Aufnahmen, ein Name je Zeile.</translation>
    </message>
    <message>
        <source>Dataset name</source>
        <translation>Name des Datensatzes</translation>
    </message>
    <message>
        <source>Empty: the output file&apos;s name, or where that says nothing (data, csv, skeletons) the recipe&apos;s or the folder&apos;s.</source>
        <translation>Leer: der Name der Ausgabedatei oder, wo dieser nichts sagt (data, csv, skeletons), der des Rezepts oder des Ordners.</translation>
    </message>
    <message>
        <source>Trim to intervals</source>
        <translation>Auf Intervalle zuschneiden</translation>
    </message>
    <message>
        <source>Make one sequence of every labelled interval.</source>
        <translation>Aus jedem annotierten Intervall eine Sequenz machen.</translation>
    </message>
    <message>
        <source>Files read at a time; 0 uses every core.</source>
        <translation>Zugleich gelesene Dateien; 0 nutzt alle Kerne.</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>How many recordings; each camera&apos;s view counts.</source>
        <translation>Wie viele Aufnahmen; die Sicht jeder Kamera zählt.</translation>
    </message>
    <message>
        <source>Untrimmed</source>
        <translation>Ungeschnitten</translation>
    </message>
    <message>
        <source>Long recordings of many actions with pauses, and the intervals where each action is.</source>
        <translation>Lange Aufnahmen vieler Aktionen mit Pausen und den Intervallen jeder Aktion.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Names of actions separated by commas; empty: all.</source>
        <translation>Namen von Aktionen, durch Kommas getrennt; leer: alle.</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Akteure</translation>
    </message>
    <message>
        <source>Subjects with proportions and habits of their own.</source>
        <translation>Personen mit eigenen Proportionen und Gewohnheiten.</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Views of every performance: from the front, from -45 and from +45 degrees.</source>
        <translation>Sichten jeder Aufführung: von vorn, aus -45 und aus +45 Grad.</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Frames of a trimmed sequence, at least.</source>
        <translation>Mindestens so viele Frames hat eine geschnittene Sequenz.</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Frames of a trimmed sequence, at most.</source>
        <translation>Höchstens so viele Frames hat eine geschnittene Sequenz.</translation>
    </message>
    <message>
        <source>Shortest untrimmed</source>
        <translation>Kürzeste ungeschnittene</translation>
    </message>
    <message>
        <source>Length of an untrimmed sequence, at least.</source>
        <translation>Mindestlänge einer ungeschnittenen Sequenz.</translation>
    </message>
    <message>
        <source>Longest untrimmed</source>
        <translation>Längste ungeschnittene</translation>
    </message>
    <message>
        <source>Length of an untrimmed sequence, at most.</source>
        <translation>Höchstlänge einer ungeschnittenen Sequenz.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Multiplies the sensor&apos;s noise; 0 gives exact joints.</source>
        <translation>Multipliziert das Rauschen des Sensors; 0 ergibt exakte Gelenke.</translation>
    </message>
    <message>
        <source>Drop-outs</source>
        <translation>Aussetzer</translation>
    </message>
    <message>
        <source>Multiplies how often a body is lost, a joint jumps or a body appears that is not there; 0: never.</source>
        <translation>Multipliziert, wie oft ein Körper verloren geht, ein Gelenk springt oder ein Körper erscheint, den es nicht gibt; 0: nie.</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>Multiplies how far actors and repetitions differ; 0: all alike.</source>
        <translation>Multipliziert, wie weit Akteure und Wiederholungen sich unterscheiden; 0: alle gleich.</translation>
    </message>
    <message>
        <source>The same seed gives the same bytes.</source>
        <translation>Derselbe Seed ergibt dieselben Bytes.</translation>
    </message>
    <message>
        <source>Sequences made at a time; 0 uses every core. The result is the same.</source>
        <translation>Zugleich erzeugte Sequenzen; 0 nutzt alle Kerne. Das Ergebnis ist dasselbe.</translation>
    </message>
    <message>
        <source>Joint layout of arrays without a recipe: a built-in name (ntu25, kinect20, coco17) or a JSON file.</source>
        <translation>Gelenkanordnung von Arrays ohne Rezept: ein eingebauter Name (ntu25, kinect20, coco17) oder eine JSON-Datei.</translation>
    </message>
    <message>
        <source>How many are kept of each recording, the most energetic first.</source>
        <translation>Wie viele von jeder Aufnahme bleiben, die bewegtesten zuerst.</translation>
    </message>
    <message>
        <source>Places of bodies</source>
        <translation>Plätze der Körper</translation>
    </message>
    <message>
        <source>Person: a body keeps its place whatever its number and wherever it is listed, ghosts are left out. Listed: as the sensor lists them, which published preparations do and their numbers need.</source>
        <translation>person: Ein Körper behält seinen Platz, welche Nummer er auch hat und wo er auch aufgeführt ist; Geister fallen weg. listed: wie der Sensor sie aufführt, was veröffentlichte Aufbereitungen tun und ihre Zahlen brauchen.</translation>
    </message>
    <message>
        <source>What is written: tables (csv), arrays (npz, pyskl, ctrgcn), motion capture (bvh, trc, c3d) or NTU RGB+D&apos;s text (skeleton).</source>
        <translation>Was geschrieben wird: Tabellen (csv), Arrays (npz, pyskl, ctrgcn), Bewegungserfassung (bvh, trc, c3d) oder der Text von NTU RGB+D (skeleton).</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Who is on the training side of a pyskl or ctrgcn file, such as ntu60-xsub; empty: everybody.</source>
        <translation>Wer in einer pyskl- oder ctrgcn-Datei auf der Trainingsseite steht, etwa ntu60-xsub; leer: alle.</translation>
    </message>
    <message>
        <source>Of the protocol random: only.</source>
        <translation>Nur für das Protokoll random:.</translation>
    </message>
</context>
<context>
    <name>PlayerCommands</name>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erster Frame</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letzter Frame</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Frame zurück</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Frame vor</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Frames zurück</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Zehn Frames vor</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second forward</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <source>Loop from here</source>
        <translation>Schleife ab hier</translation>
    </message>
    <message>
        <source>Loop to here</source>
        <translation>Schleife bis hier</translation>
    </message>
    <message>
        <source>Loop the whole sequence</source>
        <translation>Ganze Sequenz als Schleife</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <source>cells</source>
        <translation>Feldern</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>epochs of pretraining</source>
        <translation>Epochen des Vortrainings</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>splits</source>
        <translation>Aufteilungen</translation>
    </message>
</context>
<context>
    <name>ProtocolWords</name>
    <message>
        <source>Published for %1; these are other recordings, so no published figure compares.</source>
        <translation>Veröffentlicht für %1; dies sind andere Aufnahmen, kein veröffentlichter Wert ist vergleichbar.</translation>
    </message>
    <message>
        <source>%1 of %2 recordings of %3: no published figure compares.</source>
        <translation>%1 von %2 Aufnahmen von %3: Kein veröffentlichter Wert ist vergleichbar.</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>invariance</source>
        <translation>Invarianz</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>covariance</source>
        <translation>Kovarianz</translation>
    </message>
    <message>
        <source>cross correlation</source>
        <translation>Kreuzkorrelation</translation>
    </message>
    <message>
        <source>contrastive</source>
        <translation>kontrastiv</translation>
    </message>
    <message>
        <source>temporal</source>
        <translation>zeitlich</translation>
    </message>
    <message>
        <source>spatial</source>
        <translation>räumlich</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>total loss</source>
        <translation>Gesamtverlust</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>lineare Probe</translation>
    </message>
    <message>
        <source>nearest neighbour</source>
        <translation>nächster Nachbar</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>sequences/s</source>
        <translation>Sequenzen/s</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>The job never began, and said nothing.</source>
        <translation>Der Auftrag begann nie und sagte nichts.</translation>
    </message>
    <message>
        <source>The job never began: %1</source>
        <translation>Der Auftrag begann nie: %1</translation>
    </message>
</context>
<context>
    <name>RunFamilies</name>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>t-SNE, perplexity %1</source>
        <translation>t-SNE, Perplexität %1</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird pausiert…</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>Wird fortgesetzt…</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>The run goes on as before, for it could not be told. %1</source>
        <translation>Der Lauf geht weiter wie bisher, denn er war nicht zu erreichen. %1</translation>
    </message>
    <message>
        <source>A linear probe. Its figures are in Evaluate, under Results.</source>
        <translation>Eine lineare Probe. Ihre Werte stehen in Auswerten unter Ergebnisse.</translation>
    </message>
    <message>
        <source>A retrieval. Its figures are in Evaluate, under Results.</source>
        <translation>Eine Nachbarsuche. Ihre Werte stehen in Auswerten unter Ergebnisse.</translation>
    </message>
    <message>
        <source>A fine-tuning. Its figures are in Evaluate, under Results.</source>
        <translation>Ein Fine-Tuning. Seine Werte stehen in Auswerten unter Ergebnisse.</translation>
    </message>
    <message>
        <source>Several evaluations taken together. Its figures are in Evaluate, under Results.</source>
        <translation>Mehrere Auswertungen zusammen. Ihre Werte stehen in Auswerten unter Ergebnisse.</translation>
    </message>
    <message>
        <source>A map of features. It is in Explore, under Maps.</source>
        <translation>Eine Karte von Merkmalen. Sie steht in Erkunden unter Karten.</translation>
    </message>
    <message>
        <source>Features of a checkpoint. A map of them is made in Explore, under New map.</source>
        <translation>Merkmale eines Checkpoints. Eine Karte davon entsteht in Erkunden unter Neue Karte.</translation>
    </message>
    <message>
        <source>A detection. What was found is in Detect, on the timeline.</source>
        <translation>Eine Detektion. Was gefunden wurde, steht in Erkennen auf der Zeitleiste.</translation>
    </message>
    <message>
        <source>A detector&apos;s training. What it found in the recordings is in Detect, on the timeline.</source>
        <translation>Das Training eines Detektors. Was er in den Aufnahmen fand, steht in Erkennen auf der Zeitleiste.</translation>
    </message>
    <message>
        <source>An ablation. Its table is in the run&apos;s folder.</source>
        <translation>Eine Ablation. Ihre Tabelle liegt im Ordner des Laufs.</translation>
    </message>
    <message>
        <source>A job of “%1”. What it made is in the run&apos;s folder.</source>
        <translation>Ein Auftrag von „%1“. Was er schrieb, liegt im Ordner des Laufs.</translation>
    </message>
    <message>
        <source>The run was cut off before it was finished. Start it again.</source>
        <translation>Der Lauf brach vor dem Ende ab. Starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>The run was cut off before it was finished. Resume goes on from its last checkpoint.</source>
        <translation>Der Lauf brach vor dem Ende ab. Fortsetzen beginnt bei seinem letzten Checkpoint.</translation>
    </message>
    <message>
        <source>The run was cut off before its first checkpoint. Resume begins it again.</source>
        <translation>Der Lauf brach vor seinem ersten Checkpoint ab. Fortsetzen beginnt ihn von vorn.</translation>
    </message>
    <message>
        <source>Do the run&apos;s work again from its beginning, in the same folder</source>
        <translation>Die Arbeit des Laufs von Anfang an wiederholen, im selben Ordner</translation>
    </message>
    <message>
        <source>Go on exactly where the run stopped</source>
        <translation>Genau dort weitermachen, wo der Lauf stoppte</translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and end; the run can be resumed</source>
        <translation>Den Schritt beenden, einen Checkpoint schreiben und enden; der Lauf lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Finish the step, keep what is done and end; the run can be resumed</source>
        <translation>Den Schritt beenden, das Fertige behalten und enden; der Lauf lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Stop as soon as what is under way is finished</source>
        <translation>Stoppen, sobald das Laufende fertig ist</translation>
    </message>
    <message>
        <source>The run was cut off before it was finished. Resume does what is missing.</source>
        <translation>Der Lauf brach ab, bevor er fertig war. Fortsetzen holt nach, was fehlt.</translation>
    </message>
    <message>
        <source>The run was cut off before it was finished. Resume begins it again.</source>
        <translation>Der Lauf brach ab, bevor er fertig war. Fortsetzen beginnt ihn von vorn.</translation>
    </message>
</context>
<context>
    <name>RunWish</name>
    <message>
        <source>A run of this kind cannot pause.</source>
        <translation>Ein Lauf dieser Art kann nicht pausieren.</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>Der Lauf pausiert.</translation>
    </message>
    <message>
        <source>The run is not running.</source>
        <translation>Der Lauf läuft nicht.</translation>
    </message>
    <message>
        <source>The run was asked for something else, which it has not done yet.</source>
        <translation>Der Lauf hat noch etwas anderes zu tun, worum er gebeten wurde.</translation>
    </message>
    <message>
        <source>The run is complete.</source>
        <translation>Der Lauf ist fertig.</translation>
    </message>
    <message>
        <source>The run is running.</source>
        <translation>Der Lauf läuft.</translation>
    </message>
    <message>
        <source>The run has not begun.</source>
        <translation>Der Lauf hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The run is stopping.</source>
        <translation>Der Lauf hält gerade an.</translation>
    </message>
    <message>
        <source>Stop the run first.</source>
        <translation>Halten Sie den Lauf zuerst an.</translation>
    </message>
    <message>
        <source>A run of this kind cannot be resumed. Start it again.</source>
        <translation>Ein Lauf dieser Art lässt sich nicht fortsetzen. Starten Sie ihn neu.</translation>
    </message>
</context>
<context>
    <name>Sequence</name>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keine gefunden</translation>
    </message>
    <message>
        <source>frames without a body</source>
        <translation>Frames ohne Körper</translation>
    </message>
    <message>
        <source>drop-outs</source>
        <translation>Aussetzer</translation>
    </message>
    <message>
        <source>jumps</source>
        <translation>Sprünge</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Bodies</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>1 empty frame</source>
        <translation>1 leerer Frame</translation>
    </message>
    <message>
        <source>%1 empty frames</source>
        <translation>%1 leere Frames</translation>
    </message>
    <message>
        <source>1 drop-out</source>
        <translation>1 Aussetzer</translation>
    </message>
    <message>
        <source>%1 drop-outs</source>
        <translation>%1 Aussetzer</translation>
    </message>
    <message>
        <source>1 jump</source>
        <translation>1 Sprung</translation>
    </message>
    <message>
        <source>%1 jumps</source>
        <translation>%1 Sprünge</translation>
    </message>
    <message>
        <source>frames with missing joints</source>
        <translation>Frames mit fehlenden Gelenken</translation>
    </message>
    <message>
        <source>1 frame with missing joints</source>
        <translation>1 Frame mit fehlenden Gelenken</translation>
    </message>
    <message>
        <source>%1 frames with missing joints</source>
        <translation>%1 Frames mit fehlenden Gelenken</translation>
    </message>
    <message>
        <source>bodies that look wrong</source>
        <translation>Körper, die falsch aussehen</translation>
    </message>
    <message>
        <source>a body of %1 m</source>
        <translation>ein Körper von %1 m</translation>
    </message>
    <message>
        <source>the head is along %1</source>
        <translation>der Kopf liegt in Richtung %1</translation>
    </message>
    <message>
        <source>left and right seem exchanged</source>
        <translation>links und rechts scheinen vertauscht</translation>
    </message>
</context>
<context>
    <name>SmallWindows</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What went wrong since the program was started.</source>
        <translation>Was seit dem Programmstart schiefging.</translation>
    </message>
    <message>
        <source>window system: %1</source>
        <translation>Fenstersystem: %1</translation>
    </message>
    <message>
        <source>About Kinelens</source>
        <translation>Über Kinelens</translation>
    </message>
    <message>
        <source>&lt;b&gt;Kinelens&lt;/b&gt;: a workbench for skeleton action analysis.&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Without any warranty.</source>
        <translation>&lt;b&gt;Kinelens&lt;/b&gt;: eine Werkbank für die Analyse von Aktionen in Skelettdaten.&lt;br&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>DSTE</source>
        <translation>DSTE</translation>
    </message>
    <message>
        <source>STTR</source>
        <translation>STTR</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>euklidisch</translation>
    </message>
    <message>
        <source>Barnes-Hut</source>
        <translation>Barnes-Hut</translation>
    </message>
    <message>
        <source>FFT</source>
        <translation>FFT</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>TF32</source>
        <translation>TF32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>float16</source>
        <translation>float16</translation>
    </message>
    <message>
        <source>pretraining</source>
        <translation>Vortraining</translation>
    </message>
    <message>
        <source>linear probe</source>
        <translation>lineare Probe</translation>
    </message>
    <message>
        <source>retrieval</source>
        <translation>Nachbarsuche</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>training of a detector</source>
        <translation>Training eines Detektors</translation>
    </message>
    <message>
        <source>cross-subject</source>
        <translation>nach Personen</translation>
    </message>
    <message>
        <source>cross-view</source>
        <translation>nach Ansichten</translation>
    </message>
    <message>
        <source>cross-setup</source>
        <translation>nach Aufbauten</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>alle Kerne</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>alle auf einmal</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>whole batch</source>
        <translation>ganzer Batch</translation>
    </message>
    <message>
        <source>no check</source>
        <translation>keine Prüfung</translation>
    </message>
    <message>
        <source>as long as the window</source>
        <translation>so lang wie das Fenster</translation>
    </message>
    <message>
        <source>%1 folds by %2</source>
        <translation>%1 Teile nach %2</translation>
    </message>
    <message>
        <source>fold %1 of %2 by %3</source>
        <translation>Teil %1 von %2 nach %3</translation>
    </message>
    <message>
        <source>each subject left out once</source>
        <translation>jede Person einmal ausgelassen</translation>
    </message>
    <message>
        <source>each camera left out once</source>
        <translation>jede Kamera einmal ausgelassen</translation>
    </message>
    <message>
        <source>fold %1, %2</source>
        <translation>Teil %1, %2</translation>
    </message>
    <message>
        <source>compact, contrastive</source>
        <translation>kompakt, kontrastiv</translation>
    </message>
    <message>
        <source>1 % of the labels</source>
        <translation>1 % der Labels</translation>
    </message>
    <message>
        <source>10 % of the labels</source>
        <translation>10 % der Labels</translation>
    </message>
    <message>
        <source>all sequences</source>
        <translation>alle Sequenzen</translation>
    </message>
    <message>
        <source>subjects %1</source>
        <translation>Personen %1</translation>
    </message>
    <message>
        <source>cameras %1</source>
        <translation>Kameras %1</translation>
    </message>
    <message>
        <source>the list %1</source>
        <translation>die Liste %1</translation>
    </message>
    <message>
        <source>%1 % at random</source>
        <translation>zufällige %1 %</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Pretraining</source>
        <translation>Vortraining</translation>
    </message>
    <message>
        <source>Start pretraining</source>
        <translation>Vortraining starten</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <translation>Lineare Probe</translation>
    </message>
    <message>
        <source>Start probe</source>
        <translation>Probe starten</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Retrieval</translation>
    </message>
    <message>
        <source>Start retrieval</source>
        <translation>Retrieval starten</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Start fine-tuning</source>
        <translation>Fine-Tuning starten</translation>
    </message>
    <message>
        <source>Train a detector</source>
        <translation>Detektor trainieren</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Detect with a trained detector</source>
        <translation>Mit trainiertem Detektor erkennen</translation>
    </message>
    <message>
        <source>Start detecting</source>
        <translation>Erkennung starten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Make the map</source>
        <translation>Karte erzeugen</translation>
    </message>
    <message>
        <source>The method at a size for two processor cores</source>
        <translation>Das Verfahren in einer Größe für zwei Prozessorkerne</translation>
    </message>
    <message>
        <source>What the published code executes</source>
        <translation>Was der veröffentlichte Code ausführt</translation>
    </message>
    <message>
        <source>The paper&apos;s text</source>
        <translation>Der Text der Veröffentlichung</translation>
    </message>
    <message>
        <source>The baseline with negatives</source>
        <translation>Die Vergleichsmethode mit Negativen</translation>
    </message>
    <message>
        <source>The baseline with negatives, at a size for two processor cores</source>
        <translation>Die Vergleichsmethode mit Negativen, in einer Größe für zwei Prozessorkerne</translation>
    </message>
    <message>
        <source>The published recipe for NTU RGB+D 60</source>
        <translation>Das veröffentlichte Rezept für NTU RGB+D 60</translation>
    </message>
    <message>
        <source>The published recipe for NTU RGB+D 120</source>
        <translation>Das veröffentlichte Rezept für NTU RGB+D 120</translation>
    </message>
    <message>
        <source>The published recipe for PKU-MMD II</source>
        <translation>Das veröffentlichte Rezept für PKU-MMD II</translation>
    </message>
    <message>
        <source>As the published code does it</source>
        <translation>Wie der veröffentlichte Code</translation>
    </message>
    <message>
        <source>For some hundreds of sequences</source>
        <translation>Für einige hundert Sequenzen</translation>
    </message>
    <message>
        <source>The encoder stays; only the classifier of frames learns</source>
        <translation>Der Encoder bleibt; nur der Klassifikator der Frames lernt</translation>
    </message>
    <message>
        <source>The schedule that the field shares</source>
        <translation>Der im Fach übliche Zeitplan</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Workspaces (*.kinelens)</source>
        <translation>Arbeitsbereiche (*.kinelens)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Workspaces and datasets (*.kinelens *.h5 *.hdf5)</source>
        <translation>Arbeitsbereiche und Datensätze (*.kinelens *.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Remove the dataset from the workspace</source>
        <translation>Datensatz aus dem Arbeitsbereich &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Import recordings…</source>
        <translation>Aufnahmen &amp;importieren…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <source>&amp;Save the workspace</source>
        <translation>Arbeitsbereich &amp;speichern</translation>
    </message>
    <message>
        <source>Save the workspace &amp;as…</source>
        <translation>Arbeitsbereich speichern &amp;unter…</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Reset mode</source>
        <translation>Modus &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Use this arrangement as my &amp;default</source>
        <translation>Diese Anordnung als meinen &amp;Standard verwenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>&amp;About Kinelens</source>
        <translation>Ü&amp;ber Kinelens</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation>&amp;Trainieren…</translation>
    </message>
    <message>
        <source>&amp;Player</source>
        <translation>&amp;Player</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>choose a run first</source>
        <translation>wählen Sie zuerst einen Lauf</translation>
    </message>
</context>
<context>
    <name>WorkspaceQuestion</name>
    <message>
        <source>Save the workspace?</source>
        <translation>Arbeitsbereich speichern?</translation>
    </message>
    <message>
        <source>%1 has unsaved changes.</source>
        <translation>%1 hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::CheckpointBox</name>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, Epoche %2</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Choose a checkpoint file, such as an imported one</source>
        <translation>Eine Checkpoint-Datei wählen, etwa eine importierte</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Checkpoint wählen</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt)</source>
        <translation>Checkpoints (*.pt)</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>none yet: train a detector first</source>
        <translation>noch keiner: erst einen Detektor trainieren</translation>
    </message>
    <message>
        <source>none yet: pretrain first</source>
        <translation>noch keiner: erst vortrainieren</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Ohne Vortraining</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::CheckpointForm</name>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Choose a checkpoint first.</source>
        <translation>Wählen Sie erst einen Checkpoint.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ChoiceBox</name>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr vorhanden.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::CommandBox</name>
    <message>
        <source>The command that Start runs</source>
        <translation>Der Befehl, den Starten ausführt</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>No command matches “%1”.</source>
        <translation>Kein Befehl passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ConfusionPage</name>
    <message>
        <source>Shares of the class</source>
        <translation>Anteile der Klasse</translation>
    </message>
    <message>
        <source>Per cent of the true class&apos;s sequences instead of their number</source>
        <translation>Prozent der Sequenzen der wahren Klasse statt ihrer Anzahl</translation>
    </message>
    <message>
        <source>Order of the classes</source>
        <translation>Reihenfolge der Klassen</translation>
    </message>
    <message>
        <source>In the dataset&apos;s order</source>
        <translation>Wie im Datensatz</translation>
    </message>
    <message>
        <source>Worst class first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>Confused classes together</source>
        <translation>Verwechselte zusammen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::CurveBoard</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>training time in s</source>
        <translation>Trainingszeit in s</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>Gesamtverlust</translation>
    </message>
    <message>
        <source>Loss by term</source>
        <translation>Verlust nach Term</translation>
    </message>
    <message>
        <source>Loss by domain</source>
        <translation>Verlust nach Domäne</translation>
    </message>
    <message>
        <source>Feature deviation</source>
        <translation>Streuung der Merkmale</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Effektiver Rang</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Sequences per second</source>
        <translation>Sequenzen pro Sekunde</translation>
    </message>
    <message>
        <source>The curves of a run appear here.
Start a pretraining, or choose a run in the list.</source>
        <translation>Hier erscheinen die Kurven eines Laufs.
Starten Sie ein Vortraining oder wählen Sie einen Lauf in der Liste.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::DatasetsPanel</name>
    <message>
        <source>No dataset is open</source>
        <translation>Kein Datensatz geöffnet</translation>
    </message>
    <message>
        <source>Open a dataset file, or drop recordings here to import them: .skeleton, .csv, .npz, .npy, zips and folders.</source>
        <translation>Öffnen Sie eine Datensatzdatei oder ziehen Sie Aufnahmen zum Importieren hierher: .skeleton, .csv, .npz, .npy, Zip-Archive und Ordner.</translation>
    </message>
    <message>
        <source>Open a dataset…</source>
        <translation>Datensatz öffnen…</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>The datasets of this workspace</source>
        <translation>Die Datensätze dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a dataset file</source>
        <translation>Datensatzdatei öffnen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Make a dataset from recordings</source>
        <translation>Aus Aufnahmen einen Datensatz machen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Open the synthetic demo dataset</source>
        <translation>Den synthetischen Demo-Datensatz öffnen</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Search names and classes</source>
        <translation>Namen und Klassen suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Open another dataset file, or drop recordings here to import them.</source>
        <translation>Öffnen Sie eine andere Datensatzdatei oder ziehen Sie Aufnahmen zum Importieren hierher.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Another program wrote this file: its content hash cannot be checked.</source>
        <translation>Ein anderes Programm hat diese Datei geschrieben: Ihr Inhalts-Hash lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Changes of the workspace that were not saved when the program ended are back.</source>
        <translation>Änderungen am Arbeitsbereich, die beim Programmende nicht gespeichert waren, sind wieder da.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Open a dataset</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Datasets (*.h5 *.hdf5)</source>
        <translation>Datensätze (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Import recordings</source>
        <translation>Aufnahmen importieren</translation>
    </message>
    <message>
        <source>Recordings (*.skeleton *.csv *.txt *.npz *.npy *.zip);;All files (*)</source>
        <translation>Aufnahmen (*.skeleton *.csv *.txt *.npz *.npy *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder of recordings</source>
        <translation>Ordner mit Aufnahmen importieren</translation>
    </message>
    <message>
        <source>Another dataset is being made; wait for it or cancel it first.</source>
        <translation>Ein anderer Datensatz entsteht gerade; warten Sie auf ihn oder brechen Sie ihn erst ab.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Making the demo dataset</source>
        <translation>Demo-Datensatz</translation>
    </message>
    <message>
        <source>The demo dataset could not be made.</source>
        <translation>Der Demo-Datensatz konnte nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::DetectMode</name>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::DetectionErrorsModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Annotiert</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::DetectionMenu</name>
    <message>
        <source>Detections side by side</source>
        <translation>Erkennungen nebeneinander</translation>
    </message>
    <message>
        <source>Open predictions</source>
        <translation>Vorhersagen öffnen</translation>
    </message>
    <message>
        <source>Predictions (*.json)</source>
        <translation>Vorhersagen (*.json)</translation>
    </message>
    <message>
        <source>No run has detected anything yet</source>
        <translation>Noch kein Lauf hat etwas erkannt</translation>
    </message>
    <message>
        <source>Open predictions…</source>
        <translation>Vorhersagen öffnen…</translation>
    </message>
    <message>
        <source>Which detections stand side by side below the labels</source>
        <translation>Welche Erkennungen unter den Labels nebeneinander stehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Erkennungen</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 Erkennungen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::EmbedForm</name>
    <message>
        <source>Every checkpoint of its run</source>
        <translation>Jeder Checkpoint seines Laufs</translation>
    </message>
    <message>
        <source>A checkpoint&apos;s features</source>
        <translation>Merkmale eines Checkpoints</translation>
    </message>
    <message>
        <source>A features file</source>
        <translation>Eine Merkmalsdatei</translation>
    </message>
    <message>
        <source>What the map is made of</source>
        <translation>Woraus die Karte entsteht</translation>
    </message>
    <message>
        <source>Features file</source>
        <translation>Merkmalsdatei</translation>
    </message>
    <message>
        <source>.h5 or .npy, of any program</source>
        <translation>.h5 oder .npy, von beliebigen Programmen</translation>
    </message>
    <message>
        <source>Choose a features file</source>
        <translation>Merkmalsdatei wählen</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>One map a checkpoint, each starting where the one before ended, so that points drift instead of jumping; one after the other, while this window is open</source>
        <translation>Eine Karte je Checkpoint; jede beginnt, wo die vorige endete, damit Punkte wandern statt springen; nacheinander, solange dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>Features (*.h5 *.hdf5 *.npy)</source>
        <translation>Merkmale (*.h5 *.hdf5 *.npy)</translation>
    </message>
    <message>
        <source>Every checkpoint of its run (%1)</source>
        <translation>Jeder Checkpoint seines Laufs (%1)</translation>
    </message>
    <message>
        <source>Choose a features file first.</source>
        <translation>Wählen Sie erst eine Merkmalsdatei.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Choose a checkpoint first.</source>
        <translation>Wählen Sie erst einen Checkpoint.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::EmbeddingPanel</name>
    <message>
        <source>No map is shown</source>
        <translation>Keine Karte angezeigt</translation>
    </message>
    <message>
        <source>A map shows every sequence as a point, near those whose features are alike. Make one of a checkpoint&apos;s features, or open one under Maps.</source>
        <translation>Eine Karte zeigt jede Sequenz als Punkt, nahe bei denen mit ähnlichen Merkmalen. Erzeugen Sie eine aus den Merkmalen eines Checkpoints oder öffnen Sie eine unter Karten.</translation>
    </message>
    <message>
        <source>Make a map…</source>
        <translation>Karte erzeugen…</translation>
    </message>
    <message>
        <source>iteration %1, KL %2</source>
        <translation>Iteration %1, KL %2</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Neue Karte</translation>
    </message>
    <message>
        <source>Left out, without a finished map: %1.</source>
        <translation>Ausgelassen, ohne fertige Karte: %1.</translation>
    </message>
    <message>
        <source>Open maps</source>
        <translation>Karten öffnen</translation>
    </message>
    <message>
        <source>Embeddings (*.h5 *.hdf5)</source>
        <translation>Einbettungen (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>%1 did not complete; the maps after it were not made.</source>
        <translation>%1 wurde nicht fertig; die Karten danach entstanden nicht.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3 are done.</source>
        <translation>%1 von %2 %3 sind fertig.</translation>
    </message>
    <message>
        <source>The map appears here when its points are known.</source>
        <translation>Die Karte erscheint hier, sobald ihre Punkte bekannt sind.</translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>Its folder was moved or deleted. Choose another map under Maps.</source>
        <translation>Der Ordner wurde verschoben oder gelöscht. Wählen Sie eine andere Karte unter Karten.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::EmbeddingView</name>
    <message>
        <source>No point that is shown lies in this area.</source>
        <translation>In diesem Gebiet liegt kein sichtbarer Punkt.</translation>
    </message>
    <message>
        <source>No map is shown</source>
        <translation>Keine Karte angezeigt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ErrorsPanel</name>
    <message>
        <source>This recording</source>
        <translation>Diese Aufnahme</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Of which recordings</source>
        <translation>Welcher Aufnahmen</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Art des Fehlers</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>No detection is shown</source>
        <translation>Keine Erkennung angezeigt</translation>
    </message>
    <message>
        <source>What a detector gets wrong is listed here: wrong classes, edges that come too early or too late, what it missed.</source>
        <translation>Hier steht, was ein Detektor falsch macht: falsche Klassen, zu frühe oder zu späte Grenzen, Verpasstes.</translation>
    </message>
    <message>
        <source>Nothing to judge by</source>
        <translation>Nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Errors are found by comparing with labels, and this dataset holds none.</source>
        <translation>Fehler ergeben sich aus dem Vergleich mit Labels, und dieser Datensatz enthält keine.</translation>
    </message>
    <message>
        <source>Not predicted</source>
        <translation>Nicht vorhergesagt</translation>
    </message>
    <message>
        <source>Errors are found by comparing with labels, and this recording holds none.</source>
        <translation>Fehler ergeben sich aus dem Vergleich mit Labels, und diese Aufnahme enthält keine.</translation>
    </message>
    <message>
        <source>List the errors of all recordings (%1)</source>
        <translation>Fehler aller Aufnahmen auflisten (%1)</translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation>Alle Arten (%1)</translation>
    </message>
    <message>
        <source>There is no error in this recording.</source>
        <translation>In dieser Aufnahme gibt es keinen Fehler.</translation>
    </message>
    <message>
        <source>That was the last error in this recording.</source>
        <translation>Das war der letzte Fehler in dieser Aufnahme.</translation>
    </message>
    <message>
        <source>That was the first error in this recording.</source>
        <translation>Das war der erste Fehler in dieser Aufnahme.</translation>
    </message>
    <message>
        <source>There is no error in any recording.</source>
        <translation>In keiner Aufnahme gibt es einen Fehler.</translation>
    </message>
    <message>
        <source>That was the last error of all recordings.</source>
        <translation>Das war der letzte Fehler aller Aufnahmen.</translation>
    </message>
    <message>
        <source>That was the first error of all recordings.</source>
        <translation>Das war der erste Fehler aller Aufnahmen.</translation>
    </message>
    <message>
        <source>No detection is shown.</source>
        <translation>Keine Erkennung angezeigt.</translation>
    </message>
    <message>
        <source>This recording is not predicted.</source>
        <translation>Diese Aufnahme ist nicht vorhergesagt.</translation>
    </message>
    <message>
        <source>This recording holds no labels to judge by.</source>
        <translation>Diese Aufnahme enthält keine Labels zum Vergleichen.</translation>
    </message>
    <message>
        <source>The other recordings are still being looked through.</source>
        <translation>Die anderen Aufnahmen werden noch durchgesehen.</translation>
    </message>
    <message>
        <source>Go on in all recordings (%1)</source>
        <translation>In allen Aufnahmen weiter (%1)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::EvaluationPanel</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>New evaluation</source>
        <translation>Neue Auswertung</translation>
    </message>
    <message>
        <source>Paper board</source>
        <translation>Vergleichstafel</translation>
    </message>
    <message>
        <source>New evaluation…</source>
        <translation>Neue Auswertung…</translation>
    </message>
    <message>
        <source>No evaluation is shown</source>
        <translation>Keine Auswertung angezeigt</translation>
    </message>
    <message>
        <source>Choose one among the runs, or start one: a checkpoint, a dataset with classes and a protocol are all it needs.</source>
        <translation>Wählen Sie eine unter den Läufen oder starten Sie eine: Nötig sind nur ein Checkpoint, ein Datensatz mit Klassen und ein Protokoll.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It ended before its figures were known.</source>
        <translation>Sie endete, bevor ihre Kennzahlen bekannt waren.</translation>
    </message>
    <message>
        <source>%1 of %2 %3 are done.</source>
        <translation>%1 von %2 %3 sind fertig.</translation>
    </message>
    <message>
        <source>Its figures appear here when it ends.</source>
        <translation>Ihre Kennzahlen erscheinen hier, wenn sie endet.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::EvaluationView</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 taken for %2</source>
        <translation>%1 für %2 gehalten</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>Nach Klasse</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>no evaluation is shown</source>
        <translation>keine Auswertung angezeigt</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Only the listed sequences in the table</source>
        <translation>Nur die aufgelisteten Sequenzen in der Tabelle</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>Mitglied %1</translation>
    </message>
    <message>
        <source>These results were not made on the open dataset %1: what plays here has the same names at most.</source>
        <translation>Diese Ergebnisse entstanden nicht auf dem geöffneten Datensatz %1: Was hier abgespielt wird, trägt höchstens dieselben Namen.</translation>
    </message>
    <message>
        <source>Open theirs</source>
        <translation>Ihren öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Two are compared at a time: %n more of the chosen are not looked at.</source>
        <translation>
            <numerusform>Es werden je zwei verglichen: %n weitere der gewählten bleibt unbeachtet.</numerusform>
            <numerusform>Es werden je zwei verglichen: %n weitere der gewählten bleiben unbeachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not of the same kind: they differ in %1.</source>
        <translation>Die beiden sind nicht von derselben Art: Sie unterscheiden sich in %1.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>Abstand %1</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::FacetList</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Sequences with an interval of the class</source>
        <translation>Sequenzen mit einem Intervall der Klasse</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::FiguresTree</name>
    <message>
        <source>By camera</source>
        <translation>Nach Kamera</translation>
    </message>
    <message>
        <source>By setup</source>
        <translation>Nach Aufbau</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>Nach Person</translation>
    </message>
    <message>
        <source>By length in frames</source>
        <translation>Nach Länge in Frames</translation>
    </message>
    <message>
        <source>By problems of the recording</source>
        <translation>Nach Problemen der Aufnahme</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Top-5</source>
        <translation>Top-5</translation>
    </message>
    <message>
        <source>Mean of classes</source>
        <translation>Mittel der Klassen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>By repetition</source>
        <translation>Nach Wiederholung</translation>
    </message>
    <message>
        <source>Mean of the repetitions and their standard deviation</source>
        <translation>Mittel der Wiederholungen und ihre Standardabweichung</translation>
    </message>
    <message>
        <source>By fold</source>
        <translation>Nach Fold</translation>
    </message>
    <message>
        <source>Mean of the folds and their standard deviation</source>
        <translation>Mittel der Folds und ihre Standardabweichung</translation>
    </message>
    <message>
        <source>Labelled sequences it learned from</source>
        <translation>Annotierte Sequenzen, aus denen gelernt wurde</translation>
    </message>
    <message>
        <source>%1, repetition %2</source>
        <translation>%1, Wiederholung %2</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>All tested sequences, first repetition</source>
        <translation>Alle getesteten Sequenzen, erste Wiederholung</translation>
    </message>
    <message>
        <source>All tested sequences</source>
        <translation>Alle getesteten Sequenzen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ImportForm</name>
    <message>
        <source>One sequence per labelled interval</source>
        <translation>Eine Sequenz je annotiertem Intervall</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cuts an untrimmed recording into its labelled actions.</source>
        <translation>Schneidet eine ungeschnittene Aufnahme in ihre annotierten Aktionen.</translation>
    </message>
    <message>
        <source>The same on a terminal; click to select it.</source>
        <translation>Dasselbe im Terminal; Klicken wählt es aus.</translation>
    </message>
    <message>
        <source>Detect from the files</source>
        <translation>An den Dateien erkennen</translation>
    </message>
    <message>
        <source>NTU RGB+D .skeleton</source>
        <translation>NTU RGB+D .skeleton</translation>
    </message>
    <message>
        <source>Text or CSV by recipe</source>
        <translation>Text oder CSV nach Rezept</translation>
    </message>
    <message>
        <source>NumPy .npz</source>
        <translation>NumPy .npz</translation>
    </message>
    <message>
        <source>NumPy .npy</source>
        <translation>NumPy .npy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>How text or array files are laid out: joints by column, labels, units, file names.</source>
        <translation>Wie Text- oder Array-Dateien aufgebaut sind: Gelenke nach Spalte, Labels, Einheiten, Dateinamen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation>Rezept wählen</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Save the dataset as</source>
        <translation>Datensatz speichern als</translation>
    </message>
    <message>
        <source>Datasets (*.h5)</source>
        <translation>Datensätze (*.h5)</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::IntervalStrip</name>
    <message>
        <source>Labelled actions</source>
        <translation>Annotierte Aktionen</translation>
    </message>
    <message>
        <source>%1: frames %2 to %3</source>
        <translation>%1: Frames %2 bis %3</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::JobForm</name>
    <message>
        <source>%1 did not start.</source>
        <translation>%1 ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Why it cannot start</source>
        <translation>Warum es nicht starten kann</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>keiner geöffnet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 Sequenzen</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>Öffnen Sie erst einen Datensatz.</translation>
    </message>
    <message>
        <source>The dataset has no sequences.</source>
        <translation>Der Datensatz hat keine Sequenzen.</translation>
    </message>
    <message>
        <source>Choose a protocol first.</source>
        <translation>Wählen Sie erst ein Protokoll.</translation>
    </message>
    <message>
        <source>Not started: the disk is full. Free some space, then try again.</source>
        <translation>Nicht gestartet: Das Laufwerk ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End at once</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>Do not wait until it has finished what it is at</source>
        <translation>Nicht warten, bis der laufende Schritt fertig ist</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1: %2 of %3 %4</source>
        <translation>%1: %2 von %3 %4</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::LabelDocument</name>
    <message>
        <source>Add the class %1</source>
        <translation>Klasse %1 hinzufügen</translation>
    </message>
    <message>
        <source>Dropped the recovered labels</source>
        <translation>Wiederhergestellte Labels verworfen</translation>
    </message>
    <message>
        <source>Drop the recovered labels</source>
        <translation>Wiederhergestellte Labels verwerfen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::LabelMenu</name>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>PKU-MMD text…</source>
        <translation>PKU-MMD-Text…</translation>
    </message>
    <message>
        <source>ELAN (.eaf)…</source>
        <translation>ELAN (.eaf)…</translation>
    </message>
    <message>
        <source> Passed over, since the dataset does not hold them: %1.</source>
        <translation> Übergangen, da der Datensatz sie nicht enthält: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source> Lines that could not be used: %1.</source>
        <translation> Nicht verwendbare Zeilen: %1.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Save, import and export labels</source>
        <translation>Labels speichern, importieren und exportieren</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>Labels speichern</translation>
    </message>
    <message>
        <source>Labels •</source>
        <translation>Labels •</translation>
    </message>
    <message>
        <source>Labels have changes that are not saved yet (Ctrl+L saves them)</source>
        <translation>Die Labels haben ungespeicherte Änderungen (Strg+L speichert sie)</translation>
    </message>
    <message>
        <source>Import labels…</source>
        <translation>Labels importieren…</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Export the prediction</source>
        <translation>Vorhersage exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no prediction to export.</source>
        <translation>Es gibt keine Vorhersage zum Exportieren.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>%1 files written to %2.</source>
        <translation>%1 Dateien nach %2 geschrieben.</translation>
    </message>
    <message>
        <source> PKU-MMD text numbers the classes and holds no names, nor who labelled: the other formats do.</source>
        <translation> PKU-MMD-Text nummeriert die Klassen und enthält weder Namen noch, wer annotiert hat; die anderen Formate schon.</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Labels importieren</translation>
    </message>
    <message>
        <source>Labels (*.csv *.json *.txt *.eaf)</source>
        <translation>Labels (*.csv *.json *.txt *.eaf)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Labels of one recording were imported.</source>
        <translation>Labels einer Aufnahme wurden importiert.</translation>
    </message>
    <message>
        <source>Labels of %1 recordings were imported.</source>
        <translation>Labels von %1 Aufnahmen wurden importiert.</translation>
    </message>
    <message>
        <source>CSV, a row for each frame…</source>
        <translation>CSV, eine Zeile je Bild…</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::LabelTools</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Edit labels</source>
        <translation>Labels bearbeiten</translation>
    </message>
    <message>
        <source>Label from here</source>
        <translation>Label ab hier</translation>
    </message>
    <message>
        <source>Start at the clock</source>
        <translation>Beginn an der Uhr</translation>
    </message>
    <message>
        <source>End at the clock</source>
        <translation>Ende an der Uhr</translation>
    </message>
    <message>
        <source>Split at the clock</source>
        <translation>An der Uhr teilen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verschmelzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy the prediction into the labels</source>
        <translation>Vorhersage in die Labels kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste at the clock</source>
        <translation>An der Uhr einfügen</translation>
    </message>
    <message>
        <source>Choose a class</source>
        <translation>Klasse wählen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Class of the label</source>
        <translation>Klasse des Labels</translation>
    </message>
    <message>
        <source>Class of what is chosen, or of what is drawn next; a new name adds a class  (C)</source>
        <translation>Klasse des Gewählten oder des als Nächstes Gezeichneten; ein neuer Name legt eine Klasse an  (C)</translation>
    </message>
    <message>
        <source>Move the end</source>
        <translation>Ende verschieben</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>Beginn verschieben</translation>
    </message>
    <message>
        <source>Draw a label</source>
        <translation>Label zeichnen</translation>
    </message>
    <message>
        <source>The labels are locked, so that nothing changes them by accident.</source>
        <translation>Die Labels sind gesperrt, damit nichts sie versehentlich ändert.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Name a class first: what is drawn needs one.</source>
        <translation>Nennen Sie erst eine Klasse: Gezeichnetes braucht eine.</translation>
    </message>
    <message>
        <source>Relabel as %1</source>
        <translation>Klasse zu %1 ändern</translation>
    </message>
    <message>
        <source>“%1” is gone</source>
        <translation>„%1“ gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Als %1 annotieren</translation>
    </message>
    <message>
        <source>Label as class %1</source>
        <translation>Als Klasse %1 annotieren</translation>
    </message>
    <message>
        <source>Split a label</source>
        <translation>Label teilen</translation>
    </message>
    <message>
        <source>Choose two labels of one class to merge, the second with Ctrl.</source>
        <translation>Wählen Sie zum Verschmelzen zwei Labels einer Klasse, das zweite mit Strg.</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>Labels verschmelzen</translation>
    </message>
    <message>
        <source>Deleted a label of %1</source>
        <translation>Ein Label von %1 gelöscht</translation>
    </message>
    <message>
        <source>Deleted %1 labels of %2</source>
        <translation>%1 Labels von %2 gelöscht</translation>
    </message>
    <message>
        <source>Delete a label</source>
        <translation>Label löschen</translation>
    </message>
    <message>
        <source>Delete %1 labels</source>
        <translation>%1 Labels löschen</translation>
    </message>
    <message>
        <source>Paste a label</source>
        <translation>Label einfügen</translation>
    </message>
    <message>
        <source>Paste %1 labels</source>
        <translation>%1 Labels einfügen</translation>
    </message>
    <message>
        <source>Choose a predicted interval to copy it into the labels.</source>
        <translation>Wählen Sie ein vorhergesagtes Intervall, um es in die Labels zu kopieren.</translation>
    </message>
    <message>
        <source>Copy into the labels</source>
        <translation>In die Labels kopieren</translation>
    </message>
    <message>
        <source>Label while playing</source>
        <translation>Beim Abspielen annotieren</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MainWindow</name>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Detect actions…</source>
        <translation>Aktionen erkennen…</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>Nearest features</source>
        <translation>Nächste Merkmale</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>%1 did not start: %2</source>
        <translation>%1 ist nicht gestartet: %2</translation>
    </message>
    <message>
        <source>The session could not be saved to %1.</source>
        <translation>Die Sitzung konnte nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 did not start.</source>
        <translation>%1 ist nicht gestartet.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapCommands</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Dragging moves the map; Shift+drag draws a lasso  (M)</source>
        <translation>Ziehen verschiebt die Karte; mit Umschalt entsteht ein Lasso  (M)</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Dragging selects what it encloses; Ctrl adds, Alt takes away, Esc clears  (S)</source>
        <translation>Ziehen wählt, was es umschließt; Strg fügt hinzu, Alt nimmt weg, Esc hebt auf  (S)</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Dragging selects a rectangle; Ctrl adds, Alt takes away, Esc clears  (B)</source>
        <translation>Ziehen wählt ein Rechteck; Strg fügt hinzu, Alt nimmt weg, Esc hebt auf  (B)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Go to the selected</source>
        <translation>Zur Auswahl gehen</translation>
    </message>
    <message>
        <source>Zoom the map in</source>
        <translation>Karte vergrößern</translation>
    </message>
    <message>
        <source>Zoom the map out</source>
        <translation>Karte verkleinern</translation>
    </message>
    <message>
        <source>Colour the map by the next column</source>
        <translation>Karte nach der nächsten Spalte färben</translation>
    </message>
    <message>
        <source>Select all points that are shown</source>
        <translation>Alle sichtbaren Punkte auswählen</translation>
    </message>
    <message>
        <source>Search on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>Next point to the left</source>
        <translation>Nächster Punkt links</translation>
    </message>
    <message>
        <source>Next point to the right</source>
        <translation>Nächster Punkt rechts</translation>
    </message>
    <message>
        <source>Next point above</source>
        <translation>Nächster Punkt darüber</translation>
    </message>
    <message>
        <source>Next point below</source>
        <translation>Nächster Punkt darunter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture of the map…</source>
        <translation>Bild der Karte…</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Karte exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Coordinates…</source>
        <translation>Koordinaten…</translation>
    </message>
    <message>
        <source>Export the coordinates</source>
        <translation>Koordinaten exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Names of the selected sequences…</source>
        <translation>Namen der ausgewählten Sequenzen…</translation>
    </message>
    <message>
        <source>Export the selected sequences</source>
        <translation>Ausgewählte Sequenzen exportieren</translation>
    </message>
    <message>
        <source>Lists, usable as protocol file:LIST (*.txt)</source>
        <translation>Listen, als Protokoll file:LIST verwendbar (*.txt)</translation>
    </message>
    <message>
        <source>Only the selected in the table</source>
        <translation>Nur die ausgewählten in der Tabelle</translation>
    </message>
    <message>
        <source>What is shown as a picture with its caption, as a table or as a filter</source>
        <translation>Das Angezeigte als Bild mit Unterschrift, als Tabelle oder als Filter</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>no map is shown</source>
        <translation>keine Karte angezeigt</translation>
    </message>
    <message>
        <source>several maps are shown</source>
        <translation>mehrere Karten angezeigt</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>nichts ausgewählt</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapLegend</name>
    <message>
        <source>Fade where the map lies</source>
        <translation>Verblassen, wo die Karte trügt</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Färben nach</translation>
    </message>
    <message>
        <source>What the points are coloured by  (C: the next)</source>
        <translation>Wonach die Punkte gefärbt sind  (C: das nächste)</translation>
    </message>
    <message>
        <source>Groups on the map</source>
        <translation>Gruppen auf der Karte</translation>
    </message>
    <message>
        <source>Untick a group to hide it; double-click shows it alone</source>
        <translation>Ohne Haken ist eine Gruppe ausgeblendet; Doppelklick zeigt nur sie</translation>
    </message>
    <message>
        <source>Points whose neighbours on the map are not their neighbours among the features are drawn fainter</source>
        <translation>Punkte, deren Nachbarn auf der Karte nicht ihre Nachbarn unter den Merkmalen sind, erscheinen blasser</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>Alle ausblenden</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapList</name>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Choose several (Ctrl or Shift) to compare them: their points are matched by name and the maps laid over each other.</source>
        <translation>Wählen Sie mehrere (Strg oder Umschalt), um sie zu vergleichen: Ihre Punkte werden nach Namen zugeordnet und die Karten übereinandergelegt.</translation>
    </message>
    <message>
        <source>Open a map…</source>
        <translation>Karte öffnen…</translation>
    </message>
    <message>
        <source>An embedding file of this or another program</source>
        <translation>Eine Einbettungsdatei dieses oder eines anderen Programms</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapRunStrip</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Fortschritt der Karte</translation>
    </message>
    <message>
        <source>Finish the iteration, then wait</source>
        <translation>Die Iteration beenden, dann warten</translation>
    </message>
    <message>
        <source>Finish the iteration and keep the map as it is then; it can be continued</source>
        <translation>Die Iteration beenden und die Karte so behalten; sie lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Go on from where the map is</source>
        <translation>Beim jetzigen Stand der Karte weitermachen</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL-Divergenz</translation>
    </message>
    <message>
        <source>The divergence appears here.</source>
        <translation>Hier erscheint die Divergenz.</translation>
    </message>
    <message>
        <source>KL curve</source>
        <translation>KL-Kurve</translation>
    </message>
    <message>
        <source>How the divergence between features and map went down</source>
        <translation>Wie die Divergenz zwischen Merkmalen und Karte sank</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapSearch</name>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>Names of sequences and classes; Enter selects what was found and goes there</source>
        <translation>Namen von Sequenzen und Klassen; Eingabe wählt das Gefundene aus und geht dorthin</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapSeriesBar</name>
    <message>
        <source>Play the maps</source>
        <translation>Karten abspielen</translation>
    </message>
    <message>
        <source>Move the points from the first map to the last</source>
        <translation>Die Punkte von der ersten zur letzten Karte bewegen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>All maps at once, each with its figures; colours and selection are common</source>
        <translation>Alle Karten zugleich, jede mit ihren Kennzahlen; Farben und Auswahl sind gemeinsam</translation>
    </message>
    <message>
        <source>Which map is shown</source>
        <translation>Welche Karte gezeigt wird</translation>
    </message>
    <message>
        <source>From map to map; between two the points move straight  (←, →, Page up, Page down)</source>
        <translation>Von Karte zu Karte; zwischen zweien bewegen sich die Punkte geradlinig  (←, →, Bild auf, Bild ab)</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MapSheet</name>
    <message>
        <source>Map %1</source>
        <translation>Karte %1</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ModeArrangements</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>See what an encoder gets right, what wrong, and the recordings behind it.</source>
        <translation>Sehen, was ein Encoder richtig und was er falsch macht, und die Aufnahmen dahinter.</translation>
    </message>
    <message>
        <source>See what happens when in long recordings, and label it.</source>
        <translation>Sehen, was in langen Aufnahmen wann geschieht, und es annotieren.</translation>
    </message>
    <message>
        <source>See what an encoder learned: every sequence as a point, near its like.</source>
        <translation>Sehen, was ein Encoder gelernt hat: jede Sequenz als Punkt, nahe bei ähnlichen.</translation>
    </message>
    <message>
        <source>Start, watch, compare, stop and resume training runs.</source>
        <translation>Trainingsläufe starten, verfolgen, vergleichen, stoppen und fortsetzen.</translation>
    </message>
    <message>
        <source>Find, check and play recordings.</source>
        <translation>Aufnahmen finden, prüfen und abspielen.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::NeighbourBoard</name>
    <message>
        <source>Query and nearest neighbours</source>
        <translation>Anfrage und nächste Nachbarn</translation>
    </message>
    <message>
        <source>not in the open dataset</source>
        <translation>nicht im geöffneten Datensatz</translation>
    </message>
    <message>
        <source>%1
%2
%3
Click or Return opens it in the player</source>
        <translation>%1
%2
%3
Klick oder Eingabe öffnet sie im Player</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::NeighboursModel</name>
    <message>
        <source>%1, clip frame %2</source>
        <translation>%1, Clip-Frame %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 ≠</source>
        <translation>%1 ≠</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::NeighboursPanel</name>
    <message>
        <source>Nearest sequences among the features</source>
        <translation>Nächste Sequenzen unter den Merkmalen</translation>
    </message>
    <message>
        <source>Select them all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select the sequence and its neighbours, on the map and in the table</source>
        <translation>Die Sequenz und ihre Nachbarn auswählen, auf der Karte und in der Tabelle</translation>
    </message>
    <message>
        <source>The neighbours of a point among the features appear here when a map is shown.</source>
        <translation>Hier erscheinen die Nachbarn eines Punktes unter den Merkmalen, sobald eine Karte angezeigt wird.</translation>
    </message>
    <message>
        <source>Click a point to see its nearest sequences.</source>
        <translation>Klicken Sie auf einen Punkt, um seine nächsten Sequenzen zu sehen.</translation>
    </message>
    <message>
        <source>Reading the features…</source>
        <translation>Merkmale werden gelesen…</translation>
    </message>
    <message>
        <source>The neighbours among the features are not known: their file cannot be read.</source>
        <translation>Die Nachbarn unter den Merkmalen sind nicht bekannt: Ihre Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This map names no features file that is still there, so the neighbours among the features are not known.</source>
        <translation>Diese Karte nennt keine noch vorhandene Merkmalsdatei; die Nachbarn unter den Merkmalen sind daher nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 holds other features than when the map was made, so the neighbours among them are not known.</source>
        <translation>%1 enthält andere Merkmale als bei der Entstehung der Karte; die Nachbarn darunter sind daher nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has no features of %2.</source>
        <translation>%1 hat keine Merkmale von %2.</translation>
    </message>
    <message>
        <source>%1, clip frame %2,</source>
        <translation>%1, Clip-Frame %2,</translation>
    </message>
    <message>
        <source>Nearest to %1 among the features</source>
        <translation>Nächste zu %1 unter den Merkmalen</translation>
    </message>
    <message>
        <source>Nearest to %1 among the features: %2 of %3 are of its class</source>
        <translation>Nächste zu %1 unter den Merkmalen: %2 von %3 sind von derselben Klasse</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::OptionForm</name>
    <message>
        <source>Find an option, symbol or word</source>
        <translation>Option suchen</translation>
    </message>
    <message>
        <source>Find an option</source>
        <translation>Option suchen</translation>
    </message>
    <message>
        <source>All options</source>
        <translation>Alle Optionen</translation>
    </message>
    <message>
        <source>Show the options that are rarely changed, too</source>
        <translation>Auch die selten geänderten Optionen zeigen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::OptionRow</name>
    <message>
        <source>Revert %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s %1</source>
        <translation>Zurück zu %1 der Voreinstellung</translation>
    </message>
    <message>
        <source>In the paper: %1</source>
        <translation>In der Veröffentlichung: %1</translation>
    </message>
    <message>
        <source>Between %1 and %2 %3</source>
        <translation>Zwischen %1 und %2 %3</translation>
    </message>
    <message>
        <source>On the command line: --%1</source>
        <translation>Auf der Kommandozeile: --%1</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::PaperBoardModel</name>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>pretraining, %1: %2 instead of %3</source>
        <translation>Vortraining, %1: %2 statt %3</translation>
    </message>
    <message>
        <source>pretrained on %1 instead of the training side of %2</source>
        <translation>vortrainiert auf %1 statt auf der Trainingsseite von %2</translation>
    </message>
    <message>
        <source>pretrained on another dataset</source>
        <translation>auf einem anderen Datensatz vortrainiert</translation>
    </message>
    <message>
        <source>how it was pretrained is not known</source>
        <translation>wie vortrainiert wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>95 %: %1 to %2</source>
        <translation>95 %: %1 bis %2</translation>
    </message>
    <message>
        <source>Return or double-click shows it</source>
        <translation>Eingabe oder Doppelklick zeigt es</translation>
    </message>
    <message>
        <source>The best epoch on the test side, as the paper reports it</source>
        <translation>Die beste Epoche auf der Testseite, wie in der Veröffentlichung</translation>
    </message>
    <message>
        <source>* Not as the preset %1 has it:</source>
        <translation>* Nicht wie in der Voreinstellung %1:</translation>
    </message>
    <message>
        <source>A run for this cell is under way</source>
        <translation>Ein Lauf für dieses Feld ist unterwegs</translation>
    </message>
    <message>
        <source>Return or double-click starts the run that fills this cell: preset %1, protocol %2</source>
        <translation>Eingabe oder Doppelklick startet den Lauf, der dieses Feld füllt: Voreinstellung %1, Protokoll %2</translation>
    </message>
    <message>
        <source>Open a dataset with labelled intervals and at least four subjects first</source>
        <translation>Öffnen Sie erst einen Datensatz mit annotierten Intervallen und mindestens vier Personen</translation>
    </message>
    <message>
        <source>Open a dataset with classes and at least four subjects first</source>
        <translation>Öffnen Sie erst einen Datensatz mit Klassen und mindestens vier Personen</translation>
    </message>
    <message>
        <source>Only %1 recordings of %2 are open: this cell is of the whole dataset</source>
        <translation>Nur %1 Aufnahmen von %2 sind geöffnet: Dieses Feld gilt dem ganzen Datensatz</translation>
    </message>
    <message>
        <source>Import %1 first and open it: this cell is of protocol %2 and of the whole dataset</source>
        <translation>Importieren und öffnen Sie erst %1: Dieses Feld gilt dem Protokoll %2 und dem ganzen Datensatz</translation>
    </message>
    <message>
        <source>not in this table</source>
        <translation>nicht in dieser Tabelle</translation>
    </message>
    <message>
        <source>paper %1, ours %2</source>
        <translation>Veröffentlichung %1, unsere %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::PaperBoardPanel</name>
    <message>
        <source>Paper board</source>
        <translation>Vergleichstafel</translation>
    </message>
    <message>
        <source>Above the paper&apos;s number, below ours, in per cent. A click on an underlined cell starts its run; double-click or Return opens a filled one. *: not as the preset has it, see the tool tip.</source>
        <translation>Oben der Wert der Veröffentlichung, unten unserer, in Prozent. Ein Klick auf ein unterstrichenes Feld startet seinen Lauf; Doppelklick oder Eingabe öffnet ein gefülltes. *: nicht wie in der Voreinstellung, siehe Kurzhinweis.</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Gestartet: %1</translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation>Tafel exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Left out, because the figures that stand at the end of the run are damaged: %1. Evaluate again to fill the cell.</source>
        <translation>Ausgelassen, weil die Zahlen am Ende des Laufs beschädigt sind: %1. Erneut auswerten füllt die Zelle.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::PlayerPanel</name>
    <message>
        <source>Nothing to play</source>
        <translation>Nichts abzuspielen</translation>
    </message>
    <message>
        <source>Choose a sequence in Datasets and it plays here.</source>
        <translation>Wählen Sie unter Datensätze eine Sequenz; sie wird hier abgespielt.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Joint names</source>
        <translation>Gelenknamen</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Einblendungen</translation>
    </message>
    <message>
        <source>no body in this frame</source>
        <translation>kein Körper in diesem Frame</translation>
    </message>
    <message>
        <source>raw coordinates · camera follows the first body</source>
        <translation>Rohkoordinaten · Kamera folgt dem ersten Körper</translation>
    </message>
    <message>
        <source>raw coordinates</source>
        <translation>Rohkoordinaten</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::PresetBox</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>the usual values</source>
        <translation>die üblichen Werte</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ProtocolBox</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Names the training side; empty takes all sequences. Also subjects:1,3,5, cameras:1,2, one fold such as folds:subject/4#0, and file:LIST.</source>
        <translation>Nennt die Trainingsseite; leer: alle Sequenzen. Auch subjects:1,3,5, cameras:1,2, ein Fold wie folds:subject/4#0 und file:LIST.</translation>
    </message>
    <message>
        <source>Names the training side, the rest is tested. Also subjects:1,3,5, cameras:1,2, one fold such as folds:subject/4#0, and file:LIST.</source>
        <translation>Nennt die Trainingsseite, der Rest wird getestet. Auch subjects:1,3,5, cameras:1,2, ein Fold wie folds:subject/4#0 und file:LIST.</translation>
    </message>
    <message>
        <source>all sequences</source>
        <translation>alle Sequenzen</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>erforderlich</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RampBar</name>
    <message>
        <source>Colours from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RecentList</name>
    <message>
        <source>What you open will be listed here.</source>
        <translation>Was Sie öffnen, wird hier aufgelistet.</translation>
    </message>
    <message>
        <source>no longer in %1</source>
        <translation>nicht mehr in %1</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ResultsExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write this evaluation for other programs</source>
        <translation>Diese Auswertung für andere Programme schreiben</translation>
    </message>
    <message>
        <source>Sequences as CSV…</source>
        <translation>Sequenzen als CSV…</translation>
    </message>
    <message>
        <source>Figures by fold, class and slice as CSV…</source>
        <translation>Kennzahlen nach Fold, Klasse und Ausschnitt als CSV…</translation>
    </message>
    <message>
        <source>Confusion as CSV…</source>
        <translation>Konfusion als CSV…</translation>
    </message>
    <message>
        <source>All figures as JSON…</source>
        <translation>Alle Kennzahlen als JSON…</translation>
    </message>
    <message>
        <source>Labelled sequences as CSV…</source>
        <translation>Annotierte Sequenzen als CSV…</translation>
    </message>
    <message>
        <source>Accuracy over the weights as CSV…</source>
        <translation>Genauigkeit über den Gewichten als CSV…</translation>
    </message>
    <message>
        <source>Comparison by McNemar&apos;s test as %1…</source>
        <translation>Vergleich nach McNemar als %1…</translation>
    </message>
    <message>
        <source>Comparisons (*.%1)</source>
        <translation>Vergleiche (*.%1)</translation>
    </message>
    <message>
        <source>This page as PNG or PDF…</source>
        <translation>Diese Seite als PNG oder PDF…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.pdf)</source>
        <translation>Bilder (*.png *.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the evaluation</source>
        <translation>Auswertung exportieren</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RunComparison</name>
    <message>
        <source>Options in which the runs differ</source>
        <translation>Optionen, in denen sich die Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Verschieden in</translation>
    </message>
    <message>
        <source>They were asked for the same.</source>
        <translation>Sie hatten denselben Auftrag.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RunListModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RunTrash</name>
    <message>
        <source>Moved %1 to the trash</source>
        <translation>%1 in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>%1 in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>%1 is still going: stop it before it is moved to the trash.</source>
        <translation>%1 läuft noch: Stoppen Sie ihn, bevor er in den Papierkorb kommt.</translation>
    </message>
    <message>
        <source>%1 is not among the runs any more.</source>
        <translation>%1 ist nicht mehr unter den Läufen.</translation>
    </message>
    <message>
        <source>%1 was not moved to the trash: its file system has none that can be written.</source>
        <translation>%1 kam nicht in den Papierkorb: Das Dateisystem hat keinen beschreibbaren.</translation>
    </message>
    <message>
        <source>%1 cannot come back: it is no longer in the trash.</source>
        <translation>%1 kann nicht zurück: Er ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>%1 cannot come back: another run has its name now. It is still in the trash.</source>
        <translation>%1 kann nicht zurück: Ein anderer Lauf trägt jetzt seinen Namen. Er ist noch im Papierkorb.</translation>
    </message>
    <message>
        <source>%1 cannot come back to its folder. It is still in the trash.</source>
        <translation>%1 kann nicht in seinen Ordner zurück. Er ist noch im Papierkorb.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RunView</name>
    <message>
        <source>in the %1 domain from %2 to %3 at step %4</source>
        <translation>Domäne „%1“ von %2 auf %3 bei Schritt %4</translation>
    </message>
    <message>
        <source>Raise “%1”, or lower “%2”.</source>
        <translation>Erhöhen Sie „%1“ oder senken Sie „%2“.</translation>
    </message>
    <message>
        <source>Raise “%1” or “%2”, or lower “%3”.</source>
        <translation>Erhöhen Sie „%1“ oder „%2“ oder senken Sie „%3“.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Checkpoint now</source>
        <translation>Checkpoint jetzt</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Finish the step, then wait</source>
        <translation>Den Schritt beenden, dann warten</translation>
    </message>
    <message>
        <source>Write a checkpoint after this step and go on</source>
        <translation>Nach diesem Schritt einen Checkpoint schreiben und weitermachen</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritt</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epoche</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagrechte Achse</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Weight of the moving average; the raw line stays behind</source>
        <translation>Gewicht des gleitenden Mittels; die rohe Linie bleibt dahinter</translation>
    </message>
    <message>
        <source>GPU %1 % busy, %2 of %3 GB</source>
        <translation>GPU %1 % ausgelastet, %2 von %3 GB</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>%1 sequences/s</source>
        <translation>%1 Sequenzen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 trained</source>
        <translation>%1 trainiert</translation>
    </message>
    <message>
        <source>No run is shown</source>
        <translation>Kein Lauf angezeigt</translation>
    </message>
    <message>
        <source>%1 ended before it began.</source>
        <translation>%1 endete, bevor er begann.</translation>
    </message>
    <message>
        <source>The effective rank has fallen: %1. The features collapse onto few directions. %2</source>
        <translation>Der effektive Rang ist gefallen: %1. Die Merkmale kollabieren auf wenige Richtungen. %2</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>%1 did not start.</source>
        <translation>%1 ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Free some space, then resume: the last checkpoint is whole.</source>
        <translation>Schaffen Sie Platz und setzen Sie dann fort: Der letzte Checkpoint ist vollständig.</translation>
    </message>
    <message>
        <source>%1 is in the trash.
Undo brings it back, or choose another run in the list.</source>
        <translation>%1 liegt im Papierkorb.
Rückgängig holt ihn zurück, oder wählen Sie einen anderen Lauf in der Liste.</translation>
    </message>
    <message>
        <source>The folder of %1 is no longer there: it was moved or deleted.
Put it back, or choose another run in the list.</source>
        <translation>Der Ordner von %1 ist nicht mehr da: Er wurde verschoben oder gelöscht.
Legen Sie ihn zurück, oder wählen Sie einen anderen Lauf in der Liste.</translation>
    </message>
    <message>
        <source>Waiting for the first losses…</source>
        <translation>Warten auf die ersten Verluste…</translation>
    </message>
    <message>
        <source>This run left no losses.</source>
        <translation>Dieser Lauf hat keine Verluste hinterlassen.</translation>
    </message>
    <message>
        <source>Let the run go on</source>
        <translation>Den Lauf weitermachen lassen</translation>
    </message>
    <message>
        <source>Free some space, then resume: it left no checkpoint and begins again.</source>
        <translation>Schaffen Sie Platz und setzen Sie dann fort: Der Lauf hinterließ keinen Checkpoint und beginnt von vorn.</translation>
    </message>
    <message>
        <source>Free some space, then start it anew.</source>
        <translation>Schaffen Sie Platz und starten Sie ihn dann neu.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::RunsPanel</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finish the step, then wait</source>
        <translation>Den Schritt beenden, dann warten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Put the run&apos;s folder into the trash; Undo brings it back</source>
        <translation>Den Ordner des Laufs in den Papierkorb legen; Rückgängig holt ihn zurück</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder in the file manager</source>
        <translation>Den Ordner des Laufs im Dateimanager öffnen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Log zeigen</translation>
    </message>
    <message>
        <source>The end of what the run said</source>
        <translation>Das Ende der Ausgaben des Laufs</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No run yet.
Start a pretraining in the Training panel; it will be listed here, and goes on when this window is closed.</source>
        <translation>Noch kein Lauf.
Starten Sie unter Training ein Vortraining; es wird hier aufgelistet und läuft weiter, wenn dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Log des Laufs</translation>
    </message>
    <message>
        <source>The run has said nothing yet.</source>
        <translation>Der Lauf hat noch nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>Wählen Sie zuerst einen Lauf.</translation>
    </message>
    <message>
        <source>Let the run go on</source>
        <translation>Den Lauf weitermachen lassen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::ScrubSlider</name>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Drag to move through the sequence, with Shift to draw the loop range (I and O set its ends)</source>
        <translation>Ziehen bewegt durch die Sequenz, mit Umschalt entsteht der Schleifenbereich (I und O setzen seine Enden)</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::SequenceBrowser</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>List all sequences again: no search, nothing ticked</source>
        <translation>Wieder alle Sequenzen auflisten: keine Suche, kein Haken</translation>
    </message>
    <message>
        <source>%1 of %2 sequences</source>
        <translation>%1 von %2 Sequenzen</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 Sequenzen</translation>
    </message>
    <message>
        <source>  ·  looking for problems: %1 of %2</source>
        <translation>  ·  Suche nach Problemen: %1 von %2</translation>
    </message>
    <message>
        <source>No sequence is listed</source>
        <translation>Keine Sequenz aufgelistet</translation>
    </message>
    <message>
        <source>No sequence matches %1.</source>
        <translation>Keine Sequenz entspricht %1.</translation>
    </message>
    <message>
        <source>This dataset holds no sequence.</source>
        <translation>Dieser Datensatz enthält keine Sequenz.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::SequenceTable</name>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::SequenceTableModel</name>
    <message>
        <source>This sequence has not been looked at yet.</source>
        <translation>Diese Sequenz wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>A body in every frame, no drop-out, no jump faster than %1 m/s.</source>
        <translation>Ein Körper in jedem Frame, kein Aussetzer, kein Sprung schneller als %1 m/s.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Bodies</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::StartPage</name>
    <message>
        <source>A workbench for skeleton action analysis.</source>
        <translation>Eine Werkbank für die Analyse von Aktionen in Skelettdaten.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Synthetic people doing everyday actions; made in a moment</source>
        <translation>Synthetische Personen bei Alltagsaktionen; in einem Augenblick erzeugt</translation>
    </message>
    <message>
        <source>Import recordings…</source>
        <translation>Aufnahmen importieren…</translation>
    </message>
    <message>
        <source>NTU .skeleton, text and CSV by recipe, NumPy arrays, zips</source>
        <translation>NTU .skeleton, Text und CSV nach Rezept, NumPy-Arrays, Zip-Archive</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Or a dataset, or a run&apos;s folder</source>
        <translation>Oder einen Datensatz oder den Ordner eines Laufs</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::StartedRun</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::StatusStrip</name>
    <message>
        <source>CPU · %1</source>
        <translation>CPU · %1</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 Threads</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>What went wrong in this session</source>
        <translation>Was in dieser Sitzung schiefging</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source> · %1 more</source>
        <translation> · %1 weitere</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>Diesen Lauf zeigen</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 Meldung</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 Meldungen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TestedSequences</name>
    <message>
        <source>Only these in the table</source>
        <translation>Nur diese in der Tabelle</translation>
    </message>
    <message>
        <source>Which sequences are listed</source>
        <translation>Welche Sequenzen aufgelistet sind</translation>
    </message>
    <message>
        <source>All tested sequences</source>
        <translation>Alle getesteten Sequenzen</translation>
    </message>
    <message>
        <source>Wrong ones</source>
        <translation>Nur falsche</translation>
    </message>
    <message>
        <source>Show exactly the sequences of this list in Browse</source>
        <translation>Genau die Sequenzen dieser Liste unter Sichten zeigen</translation>
    </message>
    <message>
        <source>Tested sequences</source>
        <translation>Getestete Sequenzen</translation>
    </message>
    <message>
        <source>%1 of %2 sequences</source>
        <translation>%1 von %2 Sequenzen</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1 Sequenz</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 Sequenzen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TestedSequencesModel</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ falsch</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TimelinePanel</name>
    <message>
        <source>Labels that were not saved when the program ended are back.</source>
        <translation>Labels, die beim Programmende nicht gespeichert waren, sind wieder da.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No recording is shown</source>
        <translation>Keine Aufnahme angezeigt</translation>
    </message>
    <message>
        <source>Its labels, and what detectors say of it, appear here frame by frame.</source>
        <translation>Ihre Labels und die Aussagen der Detektoren erscheinen hier Frame für Frame.</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>Keine Aufnahme</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing is predicted here yet</source>
        <translation>Hier ist noch nichts vorhergesagt</translation>
    </message>
    <message>
        <source>Let a detector find what happens in it, or unlock the labels and draw them.</source>
        <translation>Lassen Sie einen Detektor finden, was darin geschieht, oder entsperren Sie die Labels und zeichnen Sie sie.</translation>
    </message>
    <message>
        <source>A detector&apos;s intervals and scores appear beside the labels.</source>
        <translation>Intervalle und Werte eines Detektors erscheinen neben den Labels.</translation>
    </message>
    <message>
        <source>Not predicted</source>
        <translation>Nicht vorhergesagt</translation>
    </message>
    <message>
        <source>No scores of this recording</source>
        <translation>Keine Werte zu dieser Aufnahme</translation>
    </message>
    <message>
        <source>%1 holds its intervals only.</source>
        <translation>%1 enthält nur ihre Intervalle.</translation>
    </message>
    <message>
        <source>Go to %1, which is predicted</source>
        <translation>Zu %1 gehen, die vorhergesagt ist</translation>
    </message>
    <message>
        <source>no recording is chosen</source>
        <translation>keine Aufnahme gewählt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Previous recording</source>
        <translation>Vorige Aufnahme</translation>
    </message>
    <message>
        <source>Next recording</source>
        <translation>Nächste Aufnahme</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Zoom to the interval</source>
        <translation>Auf das Intervall vergrößern</translation>
    </message>
    <message>
        <source>Pan back</source>
        <translation>Zurück schieben</translation>
    </message>
    <message>
        <source>Pan forward</source>
        <translation>Vor schieben</translation>
    </message>
    <message>
        <source>Loop the interval</source>
        <translation>Intervall als Schleife</translation>
    </message>
    <message>
        <source>To the next edge</source>
        <translation>Zur nächsten Grenze</translation>
    </message>
    <message>
        <source>To the previous edge</source>
        <translation>Zur vorigen Grenze</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TimelineView</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · gesperrt</translation>
    </message>
    <message>
        <source>%1 · may be edited</source>
        <translation>%1 · bearbeitbar</translation>
    </message>
    <message>
        <source>%1 · F1 %2</source>
        <translation>%1 · F1 %2</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Konfidenz %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Overlap %1</source>
        <translation>Überlappung %1</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::Toast</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TrainingPanel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Run or new run</source>
        <translation>Lauf oder neuer Lauf</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TransportBar</name>
    <message>
        <source>frame %1 of 0–%2</source>
        <translation>Frame %1 von 0–%2</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed  (, slower, . faster)</source>
        <translation>Tempo  (, langsamer, . schneller)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>This sequence has %1 frames. They are counted from 0, as in the timeline and in tables of labels.</source>
        <translation>Diese Sequenz hat %1 Frames. Gezählt wird ab 0, wie in der Zeitleiste und in Tabellen von Labels.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::TuningPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Overlap that makes a match</source>
        <translation>Überlappung, die als Treffer gilt</translation>
    </message>
    <message>
        <source>Frames in common over frames from the first start to the last end</source>
        <translation>Gemeinsame Frames durch Frames vom ersten Beginn bis zum letzten Ende</translation>
    </message>
    <message>
        <source>Back to the intervals that the run made</source>
        <translation>Zurück zu den Intervallen des Laufs</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>match at overlap</source>
        <translation>Treffer ab Überlappung</translation>
    </message>
    <message>
        <source>Intervals from scores</source>
        <translation>Intervalle aus Werten</translation>
    </message>
    <message>
        <source>No scores to make intervals of</source>
        <translation>Keine Werte, um Intervalle zu bilden</translation>
    </message>
    <message>
        <source>This detection kept no scores of this recording.</source>
        <translation>Diese Erkennung hat keine Werte dieser Aufnahme aufbewahrt.</translation>
    </message>
    <message>
        <source>With a detection that kept its scores, sliders stand here and its intervals follow them.</source>
        <translation>Bei einer Erkennung mit aufbewahrten Werten stehen hier Regler, denen ihre Intervalle folgen.</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::VerbProcess</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::WorkspaceDocument</name>
    <message>
        <source>Unsaved workspace</source>
        <translation>Ungespeicherter Arbeitsbereich</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Removed %1 from the workspace</source>
        <translation>%1 aus dem Arbeitsbereich entfernt</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Dropped the recovered changes</source>
        <translation>Wiederhergestellte Änderungen verworfen</translation>
    </message>
    <message>
        <source>Drop the recovered changes</source>
        <translation>Wiederhergestellte Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>kinelens::ui::WorthTable</name>
    <message>
        <source>This recording</source>
        <translation>Diese Aufnahme</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Labelled actions that were found, per prediction</source>
        <translation>Gefundene annotierte Aktionen je Vorhersage</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>The share of labelled actions that were found</source>
        <translation>Der Anteil der annotierten Aktionen, die gefunden wurden</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The harmonic mean of both</source>
        <translation>Das harmonische Mittel beider</translation>
    </message>
    <message>
        <source>mAP_a, PKU-MMD</source>
        <translation>mAP_a, PKU-MMD</translation>
    </message>
    <message>
        <source>Mean over the classes that have labels</source>
        <translation>Mittel über die Klassen mit Labels</translation>
    </message>
    <message>
        <source>mAP_v, PKU-MMD</source>
        <translation>mAP_v, PKU-MMD</translation>
    </message>
    <message>
        <source>Mean over recordings</source>
        <translation>Mittel über die Aufnahmen</translation>
    </message>
    <message>
        <source>mAP_a, VOC</source>
        <translation>mAP_a, VOC</translation>
    </message>
    <message>
        <source>Mean over the classes that have labels, one prediction a label</source>
        <translation>Mittel über die Klassen mit Labels, eine Vorhersage je Label</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Here: %1 of %2 classes</source>
        <translation>Hier: %1 von %2 Klassen</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::ClassBars</name>
    <message>
        <source>Accuracy by class</source>
        <translation>Genauigkeit nach Klasse</translation>
    </message>
    <message>
        <source>%1 % · %2/%3</source>
        <translation>%1 % · %2/%3</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3 of %4 (%5)</source>
        <translation>%1 für %2 gehalten: %3 von %4 (%5)</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · %1 ausgewählt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 right (%4)</source>
        <translation>%1: %2 von %3 richtig (%4)</translation>
    </message>
    <message>
        <source>%1: said %2 times, %3 times rightly</source>
        <translation>%1: %2-mal gesagt, %3-mal zu Recht</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::LaneStrip</name>
    <message>
        <source>Lanes of labels and predictions</source>
        <translation>Spuren von Labels und Vorhersagen</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::LineChart</name>
    <message>
        <source>Fit to all data</source>
        <translation>Auf alle Daten einpassen</translation>
    </message>
    <message>
        <source>Export as PNG, PDF or CSV…</source>
        <translation>Als PNG, PDF oder CSV exportieren…</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Pictures and tables (*.png *.pdf *.csv)</source>
        <translation>Bilder und Tabellen (*.png *.pdf *.csv)</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::OverviewStrip</name>
    <message>
        <source>Whole recording</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>The whole recording; drag to move what the timeline shows</source>
        <translation>Die ganze Aufnahme; Ziehen verschiebt, was die Zeitleiste zeigt</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::PointMap</name>
    <message>
        <source>Map of the sequences</source>
        <translation>Karte der Sequenzen</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::RulerStrip</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Drag to move the clock, with Shift to draw the loop range; the wheel zooms, with Shift it pans</source>
        <translation>Ziehen bewegt die Uhr, mit Umschalt entsteht der Schleifenbereich; das Mausrad vergrößert, mit Umschalt schiebt es</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::SceneView</name>
    <message>
        <source>Skeleton view</source>
        <translation>Skelettansicht</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.2, which this display does not offer.</source>
        <translation>Die 3D-Ansicht braucht OpenGL 3.2, das diese Anzeige nicht bietet.</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::ScoreCurveStrip</name>
    <message>
        <source>Score curves</source>
        <translation>Wertekurven</translation>
    </message>
    <message>
        <source>The surest classes at the cursor; lines across are the thresholds</source>
        <translation>Die sichersten Klassen am Zeiger; waagrechte Linien sind die Schwellen</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::ScoreMapStrip</name>
    <message>
        <source>Scores of all classes</source>
        <translation>Werte aller Klassen</translation>
    </message>
    <message>
        <source>and %1 that are less sure</source>
        <translation>und %1 weniger sichere</translation>
    </message>
    <message>
        <source>%1: %2 at %3, frame %4</source>
        <translation>%1: %2 bei %3, Frame %4</translation>
    </message>
</context>
<context>
    <name>kinelens::viz::WeightTriangle</name>
    <message>
        <source>Accuracy over the weights</source>
        <translation>Genauigkeit über den Gewichten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, the best mix</source>
        <translation>, die beste Mischung</translation>
    </message>
    <message>
        <source>, nearest to equal weights</source>
        <translation>, am nächsten an gleichen Gewichten</translation>
    </message>
    <message>
        <source>○ best: %1   □ nearest to equal weights: %2</source>
        <translation>○ beste: %1   □ am nächsten an gleichen Gewichten: %2</translation>
    </message>
</context>
</TS>
