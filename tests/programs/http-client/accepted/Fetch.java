// HttpURLConnection, which follows redirects and puts chunks together, and does not count.
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

public class Fetch {
    public static void main(String[] args) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(args[0]).openConnection();
            int status = connection.getResponseCode();
            if (status != 200) throw new IOException("status " + status);
            try (InputStream in = connection.getInputStream()) {
                long size = Files.copy(in, Path.of(args[1]), StandardCopyOption.REPLACE_EXISTING);
                long length = connection.getContentLengthLong();
                if (length >= 0 && size < length) throw new IOException("cut off");
            }
        } catch (IOException error) {
            System.err.println("not fetched: " + error.getMessage());
            System.exit(1);
        }
    }
}
