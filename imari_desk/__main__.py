from imari_desk.app import main

main()
