package org.verifqis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * What the server is made of, by name: nothing of Boot starts because it lies on the class path.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
})
@EnableConfigurationProperties(ServerSettings.class)
@Import({
  AccessLog.class,
  Management.class,
  Security.class,
  Passage.class,
  House.class,
  Statics.class,
  Pages.class,
  AccueilController.class,
  ReglesController.class,
  Uploads.class,
  Aside.class,
  VerifierController.class,
  GabaritController.class,
  ApiController.class,
  WarmUp.class,
  ErrorAdvice.class,
  ErrorPages.class,
  FilingConfiguration.class,
})
class WebConfiguration {
  /** Parts stay in memory: Tomcat would put what is beyond the last figure on the disk. */
  @Bean
  MultipartConfigElement parts(ServerSettings settings) {
    long whole = UploadSize.largest(settings).toBytes() + UploadSize.FIELDS;
    return new MultipartConfigElement("", whole, whole, Math.toIntExact(whole));
  }

  /** The page of an error has no use for what was refused unread. */
  @Bean
  StandardServletMultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
      }
    };
  }
}
