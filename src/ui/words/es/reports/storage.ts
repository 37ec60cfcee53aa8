import type { Messages } from '../../words.ts';

/** The disk, the database, and the browser itself. */
export const storageReports: Messages = {
  'Cancelled.': 'Cancelado.',
  'The disk space for this app is used up. Delete finished videos or media that you no longer need on the Storage page, then try again.':
    'Se agotó el espacio en disco para esta aplicación. Elimina en la página Almacenamiento los vídeos terminados o los archivos que ya no necesites e inténtalo de nuevo.',
  'Something unexpected went wrong: {0}': 'Algo inesperado salió mal: {0}',
  'There is not enough disk space to save {0}. What was saved before is still there. Delete finished videos or media that you no longer need on the Storage page, then try again.':
    'No hay espacio suficiente en el disco para guardar {0}. Lo que ya se guardó sigue ahí. Elimina en la página Almacenamiento los vídeos terminados o los archivos que ya no necesites e inténtalo de nuevo.',
  'the project “{0}”': 'el proyecto «{0}»',
  'the export of “{0}”': 'la exportación de «{0}»',
  'the state of an export': 'el estado de una exportación',
  'the state of the exports': 'el estado de las exportaciones',
  'a part of the export': 'una parte de la exportación',
  'the beats of this track': 'los pulsos de esta pista',
  'the best parts of this clip': 'las mejores partes de este clip',
  'a moving preview': 'una vista previa animada',
  'the folders': 'las carpetas',
  'the library': 'la biblioteca',
  'your settings': 'tus ajustes',
  'the list of workspaces': 'la lista de espacios de trabajo',
  'the imported workspace': 'el espacio de trabajo importado',
  'the speech model': 'el modelo de voz',
  'speech models': 'los modelos de voz',
  'the studio on this device': 'el estudio en este dispositivo',
  "The browser's database failed: {0}. Try again; if it stays so, reload the page.":
    'La base de datos del navegador falló: {0}. Inténtalo de nuevo; si sigue así, vuelve a cargar la página.',
  "The browser's storage refused to write: {0}. Close other tabs of the studio and try again.":
    'El almacenamiento del navegador no dejó escribir: {0}. Cierra otras pestañas del estudio e inténtalo de nuevo.',
  'A write to {0} stopped short.': 'La escritura en {0} quedó a medias.',
  "The connection to the browser's database was lost, and could not be opened again. What you see stays as it is: try again in a moment, or close other tabs of the studio and reload the page.":
    'Se perdió la conexión con la base de datos del navegador y no se pudo abrir de nuevo. Lo que ves queda como está: inténtalo dentro de un momento, o cierra otras pestañas del estudio y vuelve a cargar la página.',
  'A newer version of the studio is open in another tab, so this page has stopped saving. Reload this page to go on: edits that were not saved yet are kept, and saved then.':
    'Hay una versión más nueva del estudio abierta en otra pestaña, así que esta página dejó de guardar. Vuelve a cargarla para seguir: los cambios sin guardar se conservan y se guardan entonces.',
  "This browser has deleted the studio's database, and with it the projects and exports that were stored here: it does so when disk space runs out, or when site data is cleared. {0} To make it less likely, choose “Protect my work” on the Storage page.":
    'Este navegador eliminó la base de datos del estudio y, con ella, los proyectos y exportaciones guardados aquí: lo hace cuando se agota el espacio en disco o se borran los datos del sitio. {0} Para que sea menos probable, elige «Proteger mi trabajo» en la página Almacenamiento.',
  'No file of it is left.': 'No queda ningún archivo.',
  'One file is left: look on the Storage page.': 'Queda un archivo: míralo en la página Almacenamiento.',
  '{0} files are left: look on the Storage page.': 'Quedan {0} archivos: míralos en la página Almacenamiento.',
  "The studio's stored data was deleted while this page was open: by the browser for want of disk space, or with the site's data. The project that you see was saved anew; add its media again, and keep finished videos elsewhere.":
    'Los datos guardados del estudio se eliminaron con esta página abierta: los eliminó el navegador por falta de espacio, o se fueron con los datos del sitio. El proyecto que ves se guardó otra vez; añade de nuevo sus archivos y conserva los vídeos terminados en otro lugar.',
  'A stored entry of {0} ({1}) is damaged and was left out: {2}. The others are not affected.':
    'Una entrada guardada de {0} ({1}) está dañada y se omitió: {2}. A las demás no les afecta.',
  'no id': 'sin id',
  'it does not fit': 'no encaja',
  'What happens here cannot be written into the activity log: {0} Everything else goes on.':
    'Lo que ocurre aquí no se puede anotar en el registro de actividad: {0} Todo lo demás sigue.',
  'The list of the studio’s files could not be read. Check the connection, reload the page and try again.':
    'No se pudo leer la lista de archivos del estudio. Comprueba la conexión, vuelve a cargar la página e inténtalo de nuevo.',
  'A part of the studio could not be loaded ({0}). Check the connection and try again: what has come already stays.':
    'No se pudo cargar una parte del estudio ({0}). Comprueba la conexión e inténtalo de nuevo: lo que ya llegó se queda.',
  'What came from {0} is not the file of this version, so it was thrown away. Reload the page and try again.':
    'Lo que llegó de {0} no es el archivo de esta versión, así que se descartó. Vuelve a cargar la página e inténtalo de nuevo.',
  'This browser cannot run the studio: it lacks {0}. Open this page in a current Chrome, Edge, Firefox or Safari, not in a private window.':
    'Este navegador no puede abrir el estudio: le falta {0}. Abre esta página en un Chrome, Edge, Firefox o Safari actual, no en una ventana privada.',
  'a secure address (https or localhost)': 'una dirección segura (https o localhost)',
  'private file storage (private windows have none)':
    'almacenamiento privado de archivos (las ventanas privadas no lo tienen)',
  'locks between tabs': 'bloqueos entre pestañas',
  'a database': 'una base de datos',
  'video encoding (WebCodecs)': 'codificación de vídeo (WebCodecs)',
  'drawing in the background': 'dibujo en segundo plano',
};
