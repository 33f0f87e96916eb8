/** One way of putting the add-in into Excel. */
export interface InstallWay {
  title: string;
  /** For whom this way is, in one sentence. */
  whom: string;
  steps: readonly string[];
  /** What to know afterwards. */
  note: string;
  /** What the drawing shows, for those who do not see it. */
  drawing: string;
}

/** Every sentence of the page that says how to put the add-in into Excel. */
export interface InstallWords {
  title: string;
  intro: string;
  getManifest: string;
  getManifestHint: string;
  notHttps: string;
  withoutTitle: string;
  withoutText: string;
  withoutLink: string;
  which: string;
  drawn: string;
  ways: Record<"admin" | "web" | "windows" | "mac", InstallWay>;
  resultTitle: string;
  resultText: string;
  resultDrawing: string;
  removeTitle: string;
  removeText: string;
  sheetsTitle: string;
  sheetsText: string;
  /** Words inside the drawings: short, they stand on buttons. */
  draw: Record<
    | "home"
    | "addins"
    | "uploadMine"
    | "upload"
    | "share"
    | "catalog"
    | "add"
    | "showInMenu"
    | "goTo"
    | "admin"
    | "integrated"
    | "uploadCustom"
    | "people"
    | "tab"
    | "open"
    | "page",
    string
  >;
  refused: string;
}

export const INSTALL_WORDS: Record<"th" | "en", InstallWords> = {
  th: {
    title: "ใส่รวมแบบลงใน Excel",
    intro: "ใส่ครั้งเดียว แท็บ รวมแบบ จะอยู่บนริบบอนของ Excel เลือกวิธีที่ตรงกับเครื่องของคุณ",
    getManifest: "ดาวน์โหลด manifest.xml",
    getManifestHint: "ไฟล์นี้บอก Excel ว่าส่วนเสริมอยู่ที่ใด ใช้ได้กับที่อยู่นี้เท่านั้น ไม่มีรหัสเข้าใช้อยู่ข้างใน",
    notHttps:
      "หน้านี้เปิดผ่าน http ซึ่ง Excel ไม่รับ เปิดหน้านี้ใหม่ด้วยที่อยู่ที่ขึ้นต้นด้วย https:// แล้วดาวน์โหลดจากที่นั่น ถ้ายังไม่มี ให้ผู้ดูแลเครื่องรวบรวมติดตั้งใบรับรองก่อน",
    withoutTitle: "ไม่ใส่ก็ได้",
    withoutText: "หน้าเว็บตรวจสมุดงานจาก Excel ทุกรุ่น รวมถึง Excel เก่าและ LibreOffice โดยไม่ต้องติดตั้งอะไร",
    withoutLink: "ตรวจและแก้ทีละจุดในเบราว์เซอร์",
    which: "เลือกวิธี",
    drawn: "ภาพในหน้านี้เป็นภาพวาดเพื่ออธิบาย ไม่ใช่ภาพหน้าจอจริง ชื่อเมนูอาจต่างไปเล็กน้อยตามรุ่นของ Excel จึงใส่ชื่อภาษาอังกฤษไว้ในวงเล็บ",
    ways: {
      admin: {
        title: "ผู้ดูแล Microsoft 365 ใส่ให้ทุกคน",
        whom: "สำหรับหน่วยงานที่มีบัญชี Microsoft 365 ของหน่วยงาน เป็นวิธีที่ Microsoft รองรับสำหรับใช้งานจริง ใส่ครั้งเดียวได้ทั้ง Windows, Mac และเว็บ",
        steps: [
          "เข้า admin.microsoft.com ด้วยบัญชีผู้ดูแล",
          "เลือก การตั้งค่า (Settings) ▸ แอปแบบรวม (Integrated apps) ▸ อัปโหลดแอปแบบกำหนดเอง (Upload custom apps)",
          "เลือกชนิด Office Add-in แล้วเลือกไฟล์ manifest.xml ที่ดาวน์โหลดไว้",
          "เลือกผู้ใช้หรือกลุ่มที่จะได้ใช้ แล้วกดเสร็จสิ้น (Finish deployment)",
        ],
        note: "อาจใช้เวลาถึง 24 ชั่วโมงกว่าแท็บจะขึ้นที่เครื่องของทุกคน ถ้าหน่วยงานใช้คลาวด์ภาครัฐ เมนูนี้ชื่อ Centralized Deployment",
        drawing: "ศูนย์การจัดการของ Microsoft 365: เมนูแอปแบบรวม ปุ่มอัปโหลด แล้วแจกไฟล์ manifest.xml ให้ผู้ใช้ทุกคน",
      },
      web: {
        title: "Excel บนเว็บ",
        whom: "สำหรับคนเดียว บนเบราว์เซอร์ที่ใช้อยู่",
        steps: [
          "เปิดสมุดงานใน Excel บนเว็บ (excel.cloud.microsoft หรือ OneDrive)",
          "ไปที่ หน้าแรก (Home) ▸ Add-in (Add-ins) ▸ การตั้งค่าเพิ่มเติม (More Settings)",
          "กด อัปโหลด Add-in ของฉัน (Upload My Add-in)",
          "เลือกไฟล์ manifest.xml แล้วกด อัปโหลด (Upload)",
        ],
        note: "Excel จำไว้ในเบราว์เซอร์นี้เท่านั้น ถ้าล้างข้อมูลเบราว์เซอร์หรือเปลี่ยนเครื่อง ให้ทำใหม่ ถ้าไม่มีปุ่มอัปโหลด แปลว่าหน่วยงานปิดไว้ ให้ผู้ดูแลใส่ให้",
        drawing: "แท็บหน้าแรกของ Excel บนเว็บ ปุ่ม Add-in เปิดกล่องที่มีปุ่มอัปโหลด Add-in ของฉัน และเลือกไฟล์ manifest.xml",
      },
      windows: {
        title: "Excel บน Windows ผ่านโฟลเดอร์ที่แชร์",
        whom: "สำหรับ Excel 2021, 2024 หรือ Microsoft 365 บน Windows ที่ไม่มีผู้ดูแล Microsoft 365",
        steps: [
          "สร้างโฟลเดอร์ในเครื่องหรือเครื่องแม่ข่าย แชร์ให้ผู้ที่จะใช้ แล้ววางไฟล์ manifest.xml ไว้ข้างใน จดที่อยู่เครือข่ายไว้ เช่น \\\\SERVER\\ruam",
          "ใน Excel ไปที่ ไฟล์ (File) ▸ ตัวเลือก (Options) ▸ ศูนย์ความเชื่อถือ (Trust Center) ▸ การตั้งค่าศูนย์ความเชื่อถือ (Trust Center Settings) ▸ แค็ตตาล็อก Add-in ที่เชื่อถือได้ (Trusted Add-in Catalogs)",
          "พิมพ์ที่อยู่เครือข่ายในช่อง URL ของแค็ตตาล็อก (Catalog Url) กด เพิ่มแค็ตตาล็อก (Add catalog) ทำเครื่องหมายที่ แสดงในเมนู (Show in Menu) แล้วกดตกลง",
          "ปิด Excel แล้วเปิดใหม่",
          "ไปที่ หน้าแรก (Home) ▸ Add-in (Add-ins) ▸ ขั้นสูง (Advanced) เลือกแท็บ โฟลเดอร์ที่แชร์ (SHARED FOLDER) เลือก รวมแบบ แล้วกด เพิ่ม (Add)",
        ],
        note: "Microsoft ให้วิธีนี้ไว้สำหรับทดลอง เมื่อปุ่มบนริบบอนเปลี่ยนในรุ่นหน้า แต่ละเครื่องต้องเพิ่มใหม่ ถ้าหน่วยงานปิด Office Store ไว้ วิธีนี้อาจใช้ไม่ได้",
        drawing: "โฟลเดอร์ที่แชร์ชื่อ \\\\SERVER\\ruam มีไฟล์ manifest.xml และหน้าต่างแค็ตตาล็อกที่ใส่ที่อยู่นั้น พร้อมเครื่องหมายแสดงในเมนู",
      },
      mac: {
        title: "Excel บน Mac",
        whom: "สำหรับคนเดียว บนเครื่อง Mac",
        steps: [
          "ใน Finder กด Command+Shift+G แล้วพิมพ์ ~/Library/Containers/com.microsoft.Excel/Data/Documents",
          "ถ้ายังไม่มีโฟลเดอร์ชื่อ wef ให้สร้าง แล้ววางไฟล์ manifest.xml ไว้ในโฟลเดอร์ wef",
          "ปิด Excel แล้วเปิดใหม่ เปิดสมุดงาน",
          "ไปที่ หน้าแรก (Home) ▸ Add-in (Add-ins) แล้วเลือก รวมแบบ",
        ],
        note: "เปิด Excel ครั้งใหม่อาจต้องเลือกจากเมนู Add-in อีกครั้ง",
        drawing: "Finder ไปที่โฟลเดอร์ wef ของ Excel ซึ่งมีไฟล์ manifest.xml",
      },
    },
    resultTitle: "เมื่อใส่แล้ว",
    resultText: "มีแท็บ รวมแบบ บนริบบอน เปิดแบบรายงาน กด เปิดรวมแบบ แถบด้านข้างบอกจุดที่ต้องแก้ขณะพิมพ์ แก้จนครบแล้วกด ส่ง ใบรับจะขึ้นที่นั่น",
    resultDrawing: "ริบบอนของ Excel ที่มีแท็บ รวมแบบ และปุ่ม เปิดรวมแบบ พร้อมแถบด้านข้างทางขวาของแผ่นงาน",
    removeTitle: "เอาออก",
    removeText:
      "Excel บนเว็บ: หน้าแรก ▸ Add-in แล้วเลือกเอาออกที่ รวมแบบ · Windows: ลบแค็ตตาล็อกในศูนย์ความเชื่อถือ · Mac: ลบไฟล์ในโฟลเดอร์ wef · ถ้าผู้ดูแลใส่ให้ ผู้ดูแลเป็นผู้เอาออก สมุดงานของคุณไม่เปลี่ยนแปลง",
    sheetsTitle: "Google Sheets",
    sheetsText:
      "ใน Google Sheets ใช้แม่แบบที่จังหวัดแชร์ให้ ทำสำเนาแล้วเปิดเมนู รวมแบบ ถ้าจังหวัดยังไม่ได้แชร์ ดาวน์โหลดแผ่นงานเป็น .xlsx แล้วใช้หน้าเว็บ",
    draw: {
      home: "หน้าแรก",
      addins: "Add-in",
      uploadMine: "อัปโหลด Add-in ของฉัน",
      upload: "อัปโหลด",
      share: "โฟลเดอร์ที่แชร์",
      catalog: "URL ของแค็ตตาล็อก",
      add: "เพิ่มแค็ตตาล็อก",
      showInMenu: "แสดงในเมนู",
      goTo: "ไปที่โฟลเดอร์",
      admin: "ศูนย์การจัดการ",
      integrated: "แอปแบบรวม",
      uploadCustom: "อัปโหลดแอป",
      people: "ผู้ใช้ทุกคน",
      tab: "รวมแบบ",
      open: "เปิดรวมแบบ",
      page: "จุดถัดไป",
    },
    refused:
      "Excel รับส่วนเสริมจากที่อยู่ https เท่านั้น เปิดที่อยู่นี้ด้วย https:// ถ้ามีเครื่องที่รับ https อยู่ข้างหน้า ให้ส่ง Host และ X-Forwarded-Proto มาด้วย",
  },
  en: {
    title: "Put Ruam into Excel",
    intro: "Once it is in, Excel's ribbon has a tab named Ruam. Choose the way that fits your machine.",
    getManifest: "Download manifest.xml",
    getManifestHint:
      "This file tells Excel where the add-in is. It holds for this address only, and no access code is in it.",
    notHttps:
      "This page was opened over http, which Excel does not take. Open it again at an address that begins with https:// and download from there. If there is none, whoever runs the collector has to give it a certificate first.",
    withoutTitle: "You can do without",
    withoutText: "The web page checks workbooks of every Excel, old ones and LibreOffice too, with nothing installed.",
    withoutLink: "Check and mend cell by cell in the browser",
    which: "Choose a way",
    drawn:
      "The pictures on this page are drawings, not screenshots. Names of menus may differ a little between versions of Excel.",
    ways: {
      admin: {
        title: "A Microsoft 365 administrator, for everybody",
        whom: "For offices with Microsoft 365 accounts of their own. The way Microsoft supports for daily use; once, for Windows, Mac and the web.",
        steps: [
          "Sign in to admin.microsoft.com as an administrator.",
          "Choose Settings ▸ Integrated apps ▸ Upload custom apps.",
          "Choose Office Add-in as the type and the manifest.xml you downloaded.",
          "Choose the people or groups who get it, and press Finish deployment.",
        ],
        note: "It may take up to 24 hours until the tab appears everywhere. In government clouds the menu is called Centralized Deployment.",
        drawing:
          "The Microsoft 365 admin centre: the menu Integrated apps, the upload button, and manifest.xml going to every user",
      },
      web: {
        title: "Excel on the web",
        whom: "For one person, in the browser in use.",
        steps: [
          "Open a workbook in Excel on the web (excel.cloud.microsoft or OneDrive).",
          "Go to Home ▸ Add-ins ▸ More Settings.",
          "Press Upload My Add-in.",
          "Choose manifest.xml and press Upload.",
        ],
        note: "Excel remembers it in this browser only: do it again after clearing the browser's data or on another machine. No upload button means that your organisation has closed this way; ask the administrator.",
        drawing:
          "The Home tab of Excel on the web; the Add-ins button opens a box with Upload My Add-in, and manifest.xml is chosen",
      },
      windows: {
        title: "Excel on Windows, from a shared folder",
        whom: "For Excel 2021, 2024 or Microsoft 365 on Windows where there is no Microsoft 365 administrator.",
        steps: [
          "Make a folder on a machine or server, share it with those who will use it, and put manifest.xml into it. Note its network path, such as \\\\SERVER\\ruam.",
          "In Excel go to File ▸ Options ▸ Trust Center ▸ Trust Center Settings ▸ Trusted Add-in Catalogs.",
          "Type the network path into Catalog Url, press Add catalog, tick Show in Menu, and press OK.",
          "Close Excel and open it again.",
          "Go to Home ▸ Add-ins ▸ Advanced, open the tab SHARED FOLDER, choose Ruam and press Add.",
        ],
        note: "Microsoft means this way for trying things out. When the buttons change in a later version, each machine has to add it again. Where the Office Store is closed, this way may be closed too.",
        drawing:
          "A shared folder \\\\SERVER\\ruam with manifest.xml in it, and the window of catalogs with that path and Show in Menu ticked",
      },
      mac: {
        title: "Excel on a Mac",
        whom: "For one person, on one Mac.",
        steps: [
          "In Finder press Command+Shift+G and type ~/Library/Containers/com.microsoft.Excel/Data/Documents",
          "If there is no folder named wef, make one. Put manifest.xml into wef.",
          "Close Excel, open it again, and open a workbook.",
          "Go to Home ▸ Add-ins and choose Ruam.",
        ],
        note: "After Excel is started again you may have to choose it from the Add-ins menu once more.",
        drawing: "Finder at Excel's folder wef, with manifest.xml in it",
      },
    },
    resultTitle: "When it is in",
    resultText:
      "There is a tab Ruam on the ribbon. Open a report and press Open Ruam: the sidebar lists what is to be mended as you type. When nothing is left press Send, and the receipt appears there.",
    resultDrawing:
      "Excel's ribbon with the tab Ruam and the button Open Ruam, and the sidebar at the right of the sheet",
    removeTitle: "Taking it out",
    removeText:
      "Excel on the web: Home ▸ Add-ins, then remove Ruam · Windows: delete the catalog in the Trust Center · Mac: delete the file in wef · If an administrator put it in, the administrator takes it out. Your workbooks do not change.",
    sheetsTitle: "Google Sheets",
    sheetsText:
      "In Google Sheets make a copy of the template your province shares and open its menu รวมแบบ. If there is none yet, download the sheet as .xlsx and use the web page.",
    draw: {
      home: "Home",
      addins: "Add-ins",
      uploadMine: "Upload My Add-in",
      upload: "Upload",
      share: "Shared folder",
      catalog: "Catalog Url",
      add: "Add catalog",
      showInMenu: "Show in Menu",
      goTo: "Go to folder",
      admin: "Admin centre",
      integrated: "Integrated apps",
      uploadCustom: "Upload apps",
      people: "All users",
      tab: "Ruam",
      open: "Open Ruam",
      page: "Next point",
    },
    refused:
      "Excel takes add-ins over https only. Open this address with https://. If something in front of the collector speaks https, it has to pass on Host and X-Forwarded-Proto.",
  },
};
