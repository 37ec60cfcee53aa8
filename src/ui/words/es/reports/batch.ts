import type { Messages } from '../../words.ts';

/** Batches, their tables, and scenes that are merged. */
export const batchReports: Messages = {
  "“{0}” looks like a formula of a spreadsheet. Write the words that are to be read, or put an apostrophe before it (') if it is meant as it stands.":
    "«{0}» parece una fórmula de hoja de cálculo. Escribe las palabras que se deben leer, o pon un apóstrofo delante (') si va tal cual.",
  'The hook has {0} characters; at most {1} are allowed. Shorten it.':
    'El gancho tiene {0} caracteres; se permiten {1} como máximo. Acórtalo.',
  'Name at least one photo or clip; several with {0} between them: a.jpg{1}b.jpg':
    'Nombra al menos una foto o un clip; varios, con {0} entre ellos: a.jpg{1}b.jpg',
  '{0} photos and clips are named; a video holds at most {1}. Leave some out.':
    'Se nombran {0} fotos y clips; en un vídeo caben {1} como máximo. Quita algunos.',
  '“{0}” is a sound file; photos and clips are needed here.':
    '«{0}» es un archivo de sonido; aquí hacen falta fotos y clips.',
  '“{0}” is no sound file; a track is needed here (MP3, WAV, M4A, OGG or FLAC).':
    '«{0}» no es un archivo de sonido; aquí hace falta una pista (MP3, WAV, M4A, OGG o FLAC).',
  '“{0}” is no length: it has to be {1} to {2} seconds, such as 15. Leave it empty to follow the music.':
    '«{0}» no es una duración: tiene que ser de {1} a {2} segundos, como 15. Déjalo vacío para seguir la música.',
  'There is no style “{0}”. It is one of: {1}.': 'No existe el estilo «{0}». Es uno de estos: {1}.',
  'There is no format “{0}”. It is one of: {1}.': 'No existe el formato «{0}». Es uno de estos: {1}.',
  'There is no file “{0}” here yet. Add it, or correct its name.':
    'Aquí aún no hay ningún archivo «{0}». Añádelo, o corrige su nombre.',
  'Line {0}, column {1}: {2}': 'Línea {0}, columna {1}: {2}',
  'a quote stands inside a cell. Put the whole cell in quotes, and write each quote in it twice: "5"" wide".':
    'hay una comilla dentro de una celda. Pon toda la celda entre comillas y escribe dos veces cada comilla de dentro: "5"" wide".',
  'the quote that opens here is never closed. Add one at the end of the cell.':
    'la comilla que se abre aquí nunca se cierra. Añade una al final de la celda.',
  '“{0}” stands after a closing quote. A quote inside a cell is written twice: "".':
    '«{0}» está tras una comilla de cierre. Una comilla dentro de una celda se escribe dos veces: "".',
  'There is nothing in the table.': 'No hay nada en la tabla.',
  'The table has names of columns, but no rows under them.':
    'La tabla tiene nombres de columnas, pero ninguna fila debajo.',
  'The table has {0} rows; a batch makes at most {1} videos. Make several tables of it.':
    'La tabla tiene {0} filas; un lote hace {1} vídeos como máximo. Divídela en varias tablas.',
  'Line {0}: “{1}” names a column that is there already. Leave one of them out.':
    'Línea {0}: «{1}» nombra una columna que ya está. Quita una de las dos.',
  'Line {0} has to name the columns, with hook or photos among them ({1}). It begins with “{2}”.':
    'La línea {0} tiene que nombrar las columnas, con hook o photos entre ellas ({1}). Empieza por «{2}».',
  'Line {0} has {1} cells, but there are {2} columns. A cell that holds the separator has to stand in quotes.':
    'La línea {0} tiene {1} celdas, pero hay {2} columnas. Una celda que contenga el separador tiene que ir entre comillas.',
  'Line {0}: the cell of “{1}” has {2} characters; at most {3} are read. Shorten it.':
    'Línea {0}: la celda de «{1}» tiene {2} caracteres; se leen {3} como máximo. Acórtala.',
  '{0} was not read: {1}': '{0} no se leyó: {1}',
  'it is larger than {0} MB, which no table of a batch is.':
    'ocupa más de {0} MB, y ninguna tabla de un lote llega a eso.',
  'it is no text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.':
    'no es texto en UTF-8. En una hoja de cálculo, guárdalo como «CSV UTF-8».',
  'There is no batch to save.': 'No hay ningún lote que guardar.',
  'The table is empty. Write something into its rows first.': 'La tabla está vacía. Escribe antes algo en sus filas.',
  'The project whose look these videos should have is gone. Choose another, or a style.':
    'El proyecto cuyo aspecto debían tener estos vídeos ya no está. Elige otro, o un estilo.',
  'Cancelled before it was queued.': 'Cancelado antes de entrar en la cola.',
  'Another batch is still being made. Cancel it first, or wait for its end.':
    'Aún se está haciendo otro lote. Cancélalo antes, o espera a que termine.',
  'Putting the videos into one ZIP needs {0} of free disk, and there is not as much left for the studio. Save them to a folder instead, or delete what you no longer need on the Storage page.':
    'Reunir los vídeos en un ZIP necesita {0} libres en el disco, y al estudio no le queda tanto. Guárdalos en una carpeta, o elimina lo que ya no necesites en la página Almacenamiento.',
  'No video of this batch is finished yet: there is nothing to save.':
    'Aún no hay ningún vídeo terminado en este lote: no hay nada que guardar.',
  '“{0}” cannot be a name in an archive: {1}.': '«{0}» no puede ser un nombre en un archivo ZIP: {1}.',
  'it has to be a plain path, without steps upwards': 'tiene que ser una ruta sencilla, sin pasos hacia arriba',
  'another file has it already': 'ya lo tiene otro archivo',

  'Add at least one scene.': 'Añade al menos una escena.',
  'At most {0} scenes become one video; these are {1}. Remove some.':
    'Se unen {0} escenas como máximo en un vídeo; estas son {1}. Quita algunas.',
  'A file of scene {0} is no longer in the library. Choose it again.':
    'Un archivo de la escena {0} ya no está en la biblioteca. Elígelo de nuevo.',
  '“{0}” of scene {1} has no picture. Choose a video or an image.':
    '«{0}», de la escena {1}, no tiene imagen. Elige un vídeo o una imagen.',
  '“{0}” of scene {1} is no sound file. Choose a recording.':
    '«{0}», de la escena {1}, no es un archivo de sonido. Elige una grabación.',
  'Scene {0}: {1}': 'Escena {0}: {1}',
  'These scenes were saved by a newer version of the studio (schema {0}, this one reads up to {1}). Reload the page to update.':
    'Estas escenas se guardaron con una versión más nueva del estudio (esquema {0}; esta lee hasta el {1}). Vuelve a cargar la página para actualizar.',
};
