; The per-user installer. It unpacks, asks the unpacked program to try itself on a copy of the
; data (imari_desk.cli.installing), and only then lets the Start menu point to it. Whatever can
; be decided in Python is decided there.
;
; /S          silent; exit code 0 installed, 2 gone back to what was there
; /D=FOLDER   where to (last word, no quotes)
; The uninstaller: /S, and /DATA=remove to remove the usual data folder too.
;
; Given: VERSION, FOLDER (the program folder's name), STAGE, OUT, SIZE (KiB)

Target amd64-unicode
ManifestDPIAware true
RequestExecutionLevel user
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh

!define NAME "Imari Desk"
!define LINK "$SMPROGRAMS\Imari Desk（年度評価）.lnk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ImariDesk"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText " "
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${STAGE}/imari-desk.ico"
!define MUI_UNICON "${STAGE}/imari-desk.ico"
!define MUI_ABORTWARNING
!define MUI_PAGE_HEADER_TEXT "Imari Desk ${VERSION} を入れます"
!define MUI_PAGE_HEADER_SUBTEXT "管理者の権限もインターネットもいりません。"
!define MUI_DIRECTORYPAGE_TEXT_TOP "このまま「インストール」を押してください。前の版のデータはそのまま使えます。"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Imari Desk の準備ができました"
!define MUI_FINISHPAGE_TEXT "スタートメニューの「Imari Desk（年度評価）」から始められます。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${FOLDER}\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m imari_desk"
!define MUI_FINISHPAGE_RUN_TEXT "いま始める"
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskPage un.AskLeave
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_JAPANESE} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_JAPANESE} "FileDescription" "${NAME} のインストーラー"
VIAddVersionKey /LANG=${LANG_JAPANESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_JAPANESE} "LegalCopyright" ""

Var RemoveData
Var Box

Section
  SetOutPath "$INSTDIR\${FOLDER}"
  File /r "${STAGE}/*"
  SetOutPath "$INSTDIR"
  DetailPrint "新しい版を、データの写しで確かめています…"
  nsExec::Exec '"$INSTDIR\${FOLDER}\python.exe" -m imari_desk.cli.installing "$INSTDIR" "${FOLDER}"'
  Pop $0
  ${If} $0 != 0
    Call GoBack
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${LINK}" "$INSTDIR\${FOLDER}\pythonw.exe" "-m imari_desk" \
    "$INSTDIR\${FOLDER}\imari-desk.ico" 0 SW_SHOWNORMAL "" "年度評価を記入し、評価ブックでやりとりします"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}（年度評価）"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${FOLDER}\imari-desk.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Imari Desk"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; The new program would not do: take it away again. What was there before was never touched.
Function GoBack
  ${IfNot} ${FileExists} "$INSTDIR\current.txt"
    StrCpy $1 "インストールできませんでした。"
  ${Else}
    StrCpy $1 "新しい版はこのPCで動きませんでした。前の版をそのまま使えます。"
  ${EndIf}
  ; An identical build that is in use stays: its files are those that were there before.
  FileOpen $2 "$INSTDIR\current.txt" r
  FileRead $2 $3
  FileClose $2
  ${If} $3 != "${FOLDER}"
    RMDir /r "$INSTDIR\${FOLDER}"
  ${EndIf}
  SetErrorLevel 2
  MessageBox MB_OK|MB_ICONEXCLAMATION "$1$\r$\n$\r$\n理由は次のファイルにあります。$\r$\n$INSTDIR\install.log" /SD IDOK
  Quit
FunctionEnd

; --- removing ---

Function un.onInit
  StrCpy $RemoveData 0
  ${un.GetParameters} $0
  ClearErrors
  ${un.GetOptions} $0 "/DATA=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 == "remove"
    StrCpy $RemoveData 1
  ${EndIf}
FunctionEnd

Function un.AskPage
  !insertmacro MUI_HEADER_TEXT "Imari Desk を取り除きます" "プログラムだけを取り除き、データは残します。"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "データ（記入した内容、取り込んだ評価ブック、控え）は残ります。もう一度入れると、続きから使えます。"
  Pop $0
  ${NSD_CreateCheckbox} 0 48u 100% 12u "データも消す（元に戻せません）(&D)"
  Pop $Box
  ${NSD_CreateLabel} 12u 64u 95% 12u "$LOCALAPPDATA\ImariDesk"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.AskLeave
  ${NSD_GetState} $Box $RemoveData
FunctionEnd

Section "Uninstall"
  ; Only folders that are ours go, whatever else somebody put beside them.
  FindFirst $0 $1 "$INSTDIR\*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} ${FileExists} "$INSTDIR\$1\shipped.json"
      ClearErrors
      ; A program that is running cannot be renamed: then nothing of it is taken away.
      Rename "$INSTDIR\$1" "$INSTDIR\$1.removed"
      ${If} ${Errors}
        FindClose $0
        SetErrorLevel 2
        MessageBox MB_OK|MB_ICONEXCLAMATION "Imari Desk が開いています。閉じてから、もう一度お試しください。" /SD IDOK
        Quit
      ${EndIf}
      RMDir /r "$INSTDIR\$1.removed"
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
  Delete "$INSTDIR\current.txt"
  Delete "$INSTDIR\previous.txt"
  Delete "$INSTDIR\install.log"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "${LINK}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${If} $RemoveData == 1
    RMDir /r "$LOCALAPPDATA\ImariDesk"
  ${EndIf}
SectionEnd
