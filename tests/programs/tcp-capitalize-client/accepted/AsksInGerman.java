import java.io.*;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class AsksInGerman {
    public static void main(String[] args) throws IOException {
        Scanner tastatur = new Scanner(System.in, StandardCharsets.UTF_8);
        System.out.print("Rechner: ");
        String rechner = tastatur.nextLine();
        System.out.print("Portnummer: ");
        int port = Integer.parseInt(tastatur.nextLine().trim());
        try (Socket server = new Socket(rechner, port)) {
            System.out.println("Verbunden mit Port " + port + ".");
            Writer hin = new OutputStreamWriter(server.getOutputStream(), StandardCharsets.UTF_8);
            BufferedReader her = new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            String weiter;
            do {
                System.out.print("Satz in Kleinbuchstaben: ");
                hin.write(tastatur.nextLine() + "\n");
                hin.flush();
                System.out.println("Antwort: " + her.readLine());
                System.out.print("Noch einer? (j/n) ");
                weiter = tastatur.hasNextLine() ? tastatur.nextLine() : "n";
            } while (weiter.equals("j"));
        }
    }
}
